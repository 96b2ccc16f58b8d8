import type { Plugin, Rolldown } from 'vite'

/*
 * A dynamic import names every file that must come with it, so that bad wifi fetches them all at once. What the file that
 * asks has loaded itself needs no naming: without those, the lists on the way to the plan are half as long. Nor do pages
 * that no phone opens: a laptop finds their files one round trip later, and no phone fetches their names.
 */
const NO_PHONE = /\/src\/(board|coordinator|check)\//

export function preloadPlugin(): {
  readonly plugin: Plugin
  readonly resolveDependencies: (file: string, deps: string[], host: { hostId: string }) => string[]
} {
  let bundle: Rolldown.OutputBundle = {}
  const loaded = new Map<string, ReadonlySet<string>>()
  return {
    plugin: {
      name: 'kringplan-preloads',
      apply: 'build',
      generateBundle: {
        order: 'pre',
        handler(_options, all) {
          bundle = all
          loaded.clear()
        },
      },
    },
    resolveDependencies(file, deps, { hostId }) {
      const page = bundle[file]
      const host = bundle[hostId]
      if (host?.type === 'chunk' && !NO_PHONE.test(host.facadeModuleId ?? '')) {
        if (page?.type === 'chunk' && NO_PHONE.test(page.facadeModuleId ?? '')) return []
      }
      const have = loaded.get(hostId) ?? closureOf(bundle, hostId)
      loaded.set(hostId, have)
      return deps.filter((dep) => !have.has(dep))
    },
  }
}

/** The file and every file that it imports, which have run before it does. */
function closureOf(bundle: Rolldown.OutputBundle, file: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const visit = (name: string) => {
    const chunk = bundle[name]
    if (seen.has(name) || chunk?.type !== 'chunk') return
    seen.add(name)
    for (const next of chunk.imports) visit(next)
  }
  visit(file)
  return seen
}
