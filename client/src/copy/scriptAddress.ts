/*
 * Under the Content-Security-Policy a browser loads no script by an address that is a plain text. This is the client's only
 * address of a script that is made at run time, and the policy below the only one of our own: it lets this one file through and nothing
 * else, whoever asks.
 */

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): unknown }
}

const allowed = (address: string): string => {
  if (address === '/shell.js') return address
  throw new TypeError('no script of ours has this address')
}

let policy: ReturnType<Policies['createPolicy']> | undefined

/**
 * The address of the service worker as the browser takes it: a trusted one where it knows such, else the text itself.
 * @throws TypeError for any other script
 */
export function scriptAddress(address: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies }
  if (trustedTypes === undefined) return allowed(address)
  // A name can be taken once in a page.
  policy ??= trustedTypes.createPolicy('kringplan', { createScriptURL: allowed })
  return policy.createScriptURL(address) as string
}
