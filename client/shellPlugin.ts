import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { transformWithOxc, type Plugin, type Rolldown } from 'vite'

/*
 * Builds the service worker (client/src/copy/shellWorker.ts) and puts the list of files in it: the shell, and what
 * these modules need to stand on a screen. Not all of the client: a phone on bad wifi fetches this list once more.
 */
const ROOTS = ['src/App.tsx', 'src/copy/CopyPage.tsx', 'src/ui/SpareDrawing.tsx', 'src/now/MemberSeat.tsx']

/** The faces of Dutch and English text. The extended ones come when a name asks for them, from the network. */
const isFont = (file: string) => /\.woff2?$/.test(file)
const isNeededFont = (file: string) => isFont(file) && !file.includes('-ext-')

/** @param client the folder of the client */
export function shellPlugin(client: string): Plugin {
  return {
    name: 'kringplan-shell',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files = ['/index.html', ...filesOf(bundle, client)]
        const source = readFileSync(`${client}/src/copy/shellWorker.ts`, 'utf8')
        const page = readFileSync(`${client}/index.html`, 'utf8')
        const version = createHash('sha256')
          .update(JSON.stringify([files, source, page]))
          .digest('hex')
          .slice(0, 16)
        const { code } = await transformWithOxc(source, 'shellWorker.ts')
        const shell = `const SHELL = ${JSON.stringify({ version, files })}\n`
        this.emitFile({ type: 'asset', fileName: 'shell.js', source: shell + withoutExports(code) })
      },
    },
  }
}

/** A worker is a script and no module. */
const withoutExports = (code: string) => code.replace(/^export \{\};?$/m, '')

function filesOf(bundle: Rolldown.OutputBundle, client: string): readonly string[] {
  const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
  const found = new Set<string>()
  const visit = (chunk: Rolldown.OutputChunk | undefined) => {
    if (chunk === undefined || found.has(chunk.fileName)) return
    found.add(chunk.fileName)
    const { importedCss = [], importedAssets = [] } = chunk.viteMetadata ?? {}
    for (const file of [...importedCss, ...importedAssets])
      if (!isFont(file) || isNeededFont(file)) found.add(file)
    for (const name of chunk.imports) visit(chunks.find(({ fileName }) => fileName === name))
  }
  for (const chunk of chunks) if (chunk.isEntry) visit(chunk)
  for (const root of ROOTS) {
    const chunk = chunks.find(({ facadeModuleId }) => {
      return facadeModuleId !== null && relative(client, facadeModuleId) === root
    })
    // A module that was moved would leave a copy that cannot be read without network, silently.
    if (chunk === undefined)
      throw new Error(`the shell of the copy needs ${root}, which is no chunk of the build`)
    visit(chunk)
  }
  return [...found].toSorted().map((file) => `/${file}`)
}
