/** By what the app on this screen is known. */
export interface AppCode {
  /** SHA-256 over all its files, in hexadecimal. */
  readonly fingerprint: string
  /** The beginning of it, to compare by eye. */
  readonly code: string
}

/**
 * What the server says about the build that this page is of: the server serves an earlier one beside that of now while
 * a door is closed [WB6]. Null where it says nothing, as under `npm run dev` and without network. It is the server's own word: a
 * server that serves another app can say what it likes [WB4].
 * @param entry the address of the script that this page began with
 */
export async function readAppCode(
  entry: string | null = entryOfPage(),
  send: typeof fetch = fetch,
): Promise<AppCode | null> {
  if (entry === null) return null
  try {
    const response = await send('/fingerprint.json', { credentials: 'omit' })
    if (!response.ok) return null
    const { builds } = (await response.json()) as { builds: (AppCode & { entry: string | null })[] }
    return builds.find((build) => build.entry === entry) ?? null
  } catch {
    return null
  }
}

function entryOfPage(): string | null {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]')
  return script === null ? null : new URL(script.src).pathname
}
