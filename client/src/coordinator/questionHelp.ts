/** Words that a question begins with when nobody can answer it with yes or no. */
const openers = new Set(
  'hoe wat waar wie welk welke wanneer waarom waarmee waardoor waarvoor how what where who which when why'.split(
    ' ',
  ),
)

/**
 * What can be said about a conference question without judging it: nothing yet, an open question, or one that
 * somebody could answer with yes or no. Looks at the first word of each sentence only.
 */
export function questionHelp(text: string): 'empty' | 'open' | 'closed' {
  const sentences = text
    .toLowerCase()
    .split(/[.?!:\n]+/)
    .map((sentence) => sentence.replaceAll(/[^\p{L}\s]/gu, ' ').trim())
    .filter((sentence) => sentence !== '')
  if (sentences.length === 0) return 'empty'
  const isOpen = (sentence: string) =>
    sentence
      .split(/\s+/)
      .slice(0, 2)
      .some((word) => openers.has(word))
  return sentences.some(isOpen) ? 'open' : 'closed'
}
