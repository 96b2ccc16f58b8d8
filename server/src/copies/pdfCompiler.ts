import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { paperColours } from '@kringplan/shared/conference/colours'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readPdfFonts } from './pdfFonts.ts'

const require = createRequire(import.meta.url)
/** Names a folder that is not there: the page reads no file. */
const NOWHERE = '/kringplan-has-no-files'

const template = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

let compiler: NodeCompiler | null = null

/** The pages there are, each with its template. */
export type PdfPage = 'planPdf' | 'signaturePage'

/**
 * Sets a page with Typst, the fonts in memory, and gives the PDF: PDF/UA-1, or where a sign is in none of the fonts a
 * tagged PDF with an empty box for that sign. People's text goes in as data (JSON) and never becomes markup [CP14].
 */
export function compilePdf(page: PdfPage, data: object): Uint8Array {
  const typst = compilerOf()
  const mainFileContent = `${template('paper.typ')}\n${template(`${page}.typ`)}`
  const inputs = { data: JSON.stringify({ ...data, colours: paperColours }) }
  const outcome = typst.compile({ mainFileContent, inputs })
  const document = outcome.result
  if (document === null) throw new Error(`the page could not be set: ${reasonsOf(outcome.takeError())}`)
  try {
    return exportPdf(typst, document)
  } finally {
    // What the compiler remembers of a page is people's text.
    typst.evictCache(0)
  }
}

function exportPdf(typst: NodeCompiler, document: Parameters<NodeCompiler['pdf']>[0]): Uint8Array {
  try {
    return new Uint8Array(typst.pdf(document, { pdfStandard: 'ua-1' }))
  } catch {
    return new Uint8Array(typst.pdf(document, { pdfStandard: '1.7', pdfTags: true }))
  }
}

/** Made at the first page and kept. */
function compilerOf(): NodeCompiler {
  compiler ??= loadTypst().NodeCompiler.create({
    workspace: NOWHERE,
    fontArgs: [{ fontBlobs: readPdfFonts() }],
  })
  return compiler
}

function loadTypst(): { NodeCompiler: typeof NodeCompiler } {
  try {
    return require('@myriaddreamin/typst-ts-node-compiler') as { NodeCompiler: typeof NodeCompiler }
  } catch (cause) {
    throw new Error('PDF: there is no Typst for this kind of computer', { cause })
  }
}

/** What the template did wrong. Says nothing of the data. */
function reasonsOf(error: { readonly shortDiagnostics: readonly unknown[] } | null): string {
  return (error?.shortDiagnostics ?? [])
    .map((one) => (one as { readonly message?: unknown }).message)
    .filter((message) => typeof message === 'string')
    .join('; ')
}
