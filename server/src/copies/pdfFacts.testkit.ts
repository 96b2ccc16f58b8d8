import { inflateSync } from 'node:zlib'
import { extractText, getDocumentProxy } from 'unpdf'

/** What a reader of a PDF finds in it. */
export interface PdfFacts {
  /** Of every page, with one space between words. */
  readonly pages: readonly string[]
  readonly text: string
  readonly title: string
  readonly language: string
  readonly isTagged: boolean
  readonly standard: string
  /** The names of the fonts, with the mark of a subset. */
  readonly fonts: readonly string[]
  /** How many of them lie in the file. */
  readonly embedded: number
  /** The headings in the order of reading: H1, H2. */
  readonly headings: readonly string[]
  /** What drawings say to who does not see them. */
  readonly alternatives: readonly string[]
}

interface StructNode {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly StructNode[]
}

/** Reads a PDF as a reader's program does, and its objects for what such a program does not tell. */
export async function pdfFacts(pdf: Uint8Array): Promise<PdfFacts> {
  const document = await getDocumentProxy(pdf.slice())
  const { text } = await extractText(document)
  const pages = text.map((page) => page.replaceAll(/\s+/g, ' '))
  const nodes: StructNode[] = []
  for (let n = 1; n <= document.numPages; n += 1) {
    const tree = (await (await document.getPage(n)).getStructTree()) as StructNode | null
    if (tree !== null) nodes.push(...flat(tree))
  }
  const { info } = (await document.getMetadata()) as unknown as {
    readonly info: { readonly Title?: string; readonly Language?: string }
  }
  const objects = objectsOf(pdf)
  return {
    pages,
    text: pages.join(' '),
    title: info.Title ?? '',
    language: info.Language ?? '',
    isTagged: (await document.getMarkInfo())?.Marked === true && objects.includes('/StructTreeRoot'),
    standard: /pdfuaid:part>1</.test(objects) ? 'PDF/UA-1' : '',
    fonts: [...new Set([...objects.matchAll(/\/FontName\s*\/([^\s/]+)/g)].map(([, name]) => name ?? ''))],
    embedded: [...objects.matchAll(/\/FontFile[23]?\s/g)].length,
    headings: nodes.flatMap(({ role }) => (role !== undefined && /^H\d$/.test(role) ? [role] : [])),
    alternatives: nodes.flatMap(({ alt }) => (alt === undefined ? [] : [alt])),
  }
}

function flat(node: StructNode): readonly StructNode[] {
  return [node, ...(node.children ?? []).flatMap(flat)]
}

/** The objects of a PDF as text, what is compressed included. */
function objectsOf(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf)
  const found = [bytes.toString('latin1')]
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    const end = bytes.indexOf('endstream', at)
    try {
      found.push(inflateSync(bytes.subarray(at + 7, end)).toString('latin1'))
    } catch {
      // Not compressed: it stands in the text as it is.
    }
  }
  return found.join('\n')
}
