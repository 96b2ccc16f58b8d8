/**
 * Inputs that were bad once, by the name of what read them: seed and path as fast-check prints them. Each is tried first,
 * in every run. Whoever mends something that `npm run fuzz` found adds its line here.
 */
export const badSeeds: Readonly<Record<string, readonly { readonly seed: number; readonly path: string }[]>> =
  {}
