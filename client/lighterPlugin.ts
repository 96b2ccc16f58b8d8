import type { Plugin } from 'vite'

const SHA2 = '@noble/hashes/sha2.js'
const OF_SIGNATURES = '?of=signatures'

/**
 * Leaves out of the build what no page uses, where that cannot be told from the imports alone.
 *
 * SHA-512, which only signatures need, stands in one module with SHA-256, which every phone behind the door needs, and a
 * module is in one file: signatures get a copy of their own, and each leaves out what it does not use. Messages get a
 * small run time in place of Paraglide's, and lib0 a short answer to where it runs.
 *
 * @param client the folder of the client
 */
export function lighterPlugin(client: string): Plugin {
  return {
    name: 'kringplan-lighter',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (importer === undefined) return null
      if (source === 'lib0/environment' || (source === './environment.js' && importer.includes('/lib0/'))) {
        return `${client}/src/sync/plainEnvironment.ts`
      }
      if (source.endsWith('/runtime.js') && importer.startsWith(`${client}/src/`)) {
        return `${client}/src/i18n/paraglideRuntime.ts`
      }
      const isOfSignatures =
        (source === SHA2 && importer.includes('/@noble/curves/')) ||
        (source === './_u64.js' && importer.endsWith(OF_SIGNATURES))
      if (!isOfSignatures) return null
      const found = await this.resolve(source, importer, { skipSelf: true })
      return found === null ? null : `${found.id}${OF_SIGNATURES}`
    },
  }
}
