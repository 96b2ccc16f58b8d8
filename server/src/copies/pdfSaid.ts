/** A piece of people's text as it is handed to the page: never as markup, in the direction of its first letter. */
export interface Said {
  readonly rtl: boolean
  /** A line may end between two parts, wherever else it may not. */
  readonly parts: readonly string[]
}

/** Words with more signs than this are broken where a line of text is as wide as the page. */
const LONGEST_WORD = 40
const PART = 8
/** A text with more lines than this goes on as one, with all its words: nobody may fill a book with line feeds. */
const MOST_LINES = 60
/** More marks on one letter than any script has. */
const TOO_MANY_MARKS = /(\p{M}{8})\p{M}+/gu
const BREAK = '\u0000'

/**
 * People's text for the page. What has no sign of its own (controls, direction overrides, half signs) is left out: on
 * paper it could only turn other people's words around or stand in for them when they are copied.
 * @param longest how many signs a word can have before it is broken
 */
export function said(text: string, longest: number = LONGEST_WORD): Said {
  const clean = cleanText(text)
  const tooLong = new RegExp(`\\S{${longest + 1},}`, 'gu')
  const parts = clean.replaceAll(tooLong, (word) => inParts(word).join(BREAK)).split(BREAK)
  return { rtl: isRightToLeft(clean), parts }
}

/** Text as it can be printed: signs as they were, lines ended by a line feed. Every word stays. */
export function cleanText(text: string): string {
  return text
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/\p{Cc}/gu, (sign) => (sign === '\n' ? sign : ''))
    .replaceAll(/\p{Noncharacter_Code_Point}|\p{Variation_Selector}/gu, '')
    .replaceAll(/\u00AD|\u200B|[\u202A-\u202E]|[\u2060-\u206F]|\uFEFF|[\u{E0000}-\u{E007F}]/gu, '')
    .replaceAll(/(?<!\p{Script=Arabic})(?:\u200C|\u200D)/gu, '')
    .replaceAll(TOO_MANY_MARKS, '$1')
    .normalize('NFC')
    .trim()
    .replaceAll(/\n{3,}/g, '\n\n')
    .split('\n')
    .reduce((before, line, i) => `${before}${i < MOST_LINES ? '\n' : ' '}${line}`)
}

/** Whether the first letter of a text belongs to a script that is written from right to left. */
function isRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0] ?? ''
  return /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u.test(
    letter,
  )
}

/** A word in pieces, never between a letter and its marks. */
function inParts(word: string): readonly string[] {
  return word.match(new RegExp(`(?:\\P{M}\\p{M}*){1,${PART}}|\\p{M}+`, 'gu')) ?? [word]
}
