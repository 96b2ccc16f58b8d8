/** The languages in which a copy can be printed. */
export type PdfLanguage = 'nl' | 'en'

/* Each text in both languages, side by side. */
const texts = {
  tag: { nl: 'nl-NL', en: 'en-GB' },
  // The circle as it stands in the middle of a sentence.
  planOf: {
    nl: (circle: string) => `Het plan van ${circle}`,
    en: (circle: string) => `The plan of ${circle}`,
  },
  onlyForUs: { nl: 'Alleen voor ons.', en: 'Only for us.' },
  forUsAnd: {
    nl: (name: string) => `Alleen voor ons en ${name}.`,
    en: (name: string) => `Only for us and ${name}.`,
  },
  // The numbers of the pages, which only the page knows, stand in it as `{page}` and `{pages}`.
  page: { nl: 'Bladzijde {page} van {pages}', en: 'Page {page} of {pages}' },
  madeOn: {
    nl: (day: string) => `Dit is ons plan. Wij maakten het samen op ${day}.`,
    en: (day: string) => `This is our plan. We made it together on ${day}.`,
  },
  partOf: {
    nl: (name: string) => `Dit is een deel van ons plan. Het is het deel van ${name}.`,
    en: (name: string) => `This is a part of our plan. It is the part of ${name}.`,
  },
  agreement: { nl: (number: number) => `Afspraak ${number}`, en: (number: number) => `Agreement ${number}` },
  who: { nl: 'Wie', en: 'Who' },
  where: { nl: 'Waar', en: 'Where' },
  when: { nl: 'Wanneer', en: 'When' },
  fallback: { nl: 'Lukt niet?', en: 'Not working?' },
  thenTalk: { nl: 'Dan praten samen:', en: 'Then these talk together:' },
  everybody: { nl: 'iedereen', en: 'everybody' },
  everybodyInCircle: { nl: 'iedereen in de kring', en: 'everybody in the circle' },
  weAgree: { nl: 'Wij zijn het eens met dit plan', en: 'We agree with this plan' },
  goesOn: { nl: 'Zo gaat het verder', en: 'This is how it goes on' },
  counts: {
    nl: (people: number, agreements: number) =>
      `${people} ${people === 1 ? 'mens' : 'mensen'}, ${agreements} ${agreements === 1 ? 'afspraak' : 'afspraken'}.`,
    en: (people: number, agreements: number) =>
      `${people} ${people === 1 ? 'person' : 'people'}, ${agreements} ${agreements === 1 ? 'agreement' : 'agreements'}.`,
  },
  signedOn: { nl: (day: string) => `Getekend op ${day}.`, en: (day: string) => `Signed on ${day}.` },
  signedBetween: {
    nl: (first: string, last: string) => `Getekend tussen ${first} en ${last}.`,
    en: (first: string, last: string) => `Signed between ${first} and ${last}.`,
  },
  meetAgain: { nl: 'Wij komen weer bij elkaar', en: 'We meet again' },
  later: { nl: 'Wij kiezen later een dag.', en: 'We choose a day later.' },
  watcher: { nl: 'Wie let op', en: 'Who keeps an eye on it' },
  isItPossible: { nl: 'Kan het zo?', en: 'Is it possible?' },
  can: { nl: 'dit kan.', en: 'this is possible.' },
  cannot: { nl: 'dit kan zo niet.', en: 'this is not possible like this.' },
  cannotBecause: { nl: 'dit kan zo niet, want', en: 'this is not possible like this, because' },
  signatures: { nl: 'Onze handtekeningen', en: 'Our signatures' },
  ways: {
    nl: { drawn: 'getekend', typed: 'getypt', picture: 'met een plaatje', paper: 'op papier' },
    en: { drawn: 'drawn', typed: 'typed', picture: 'with a picture', paper: 'on paper' },
  },
  signatureOf: {
    nl: (name: string) => `De handtekening van ${name}`,
    en: (name: string) => `The signature of ${name}`,
  },
  changed: { nl: 'Iets veranderd?', en: 'Has something changed?' },
  changedCopy: {
    nl: (address: string) => `Ga met je telefoon naar ${address}. Daar staat jouw kopie.`,
    en: (address: string) => `Go to ${address} with your phone. Your copy is there.`,
  },
  changedTalk: {
    nl: (names: string) => `Of praat met ${names}.`,
    en: (names: string) => `Or talk to ${names}.`,
  },
  changedTogether: { nl: 'Dan passen wij het plan samen aan.', en: 'Then we change the plan together.' },
  version: {
    nl: (version: number, code: string) => `Dit is versie ${version} van ons plan. De code is ${code}.`,
    en: (version: number, code: string) => `This is version ${version} of our plan. The code is ${code}.`,
  },
  check: {
    nl: (address: string) => `Kijk op ${address} of dit nog hetzelfde plan is.`,
    en: (address: string) => `Look at ${address} to see whether this is still the same plan.`,
  },
  logHead: {
    nl: (lines: number, code: string) =>
      `Het logboek van de deur had toen ${lines} regels. De code daarvan is ${code}.`,
    en: (lines: number, code: string) => `The log of the door then had ${lines} lines. Its code is ${code}.`,
  },
  wholeCode: { nl: 'De hele code:', en: 'The whole code:' },
  signHere: { nl: 'Schrijf je naam op de lijn.', en: 'Write your name on the line.' },
  signHow: {
    nl: 'Daarmee zeg je: ik ben het eens met dit plan.',
    en: 'With it you say: I agree with this plan.',
  },
}

/** What the paper says around the words of the circle, in one language. */
export type PdfTexts = { readonly [Key in keyof typeof texts]: (typeof texts)[Key]['nl'] }

function inLanguage(language: PdfLanguage): PdfTexts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, text[language]]),
  ) as unknown as PdfTexts
}

/** The texts of the copies on paper, in both languages. */
export const pdfTexts: Readonly<Record<PdfLanguage, PdfTexts>> = {
  nl: inLanguage('nl'),
  en: inLanguage('en'),
}

/** What the plan of a circle is called: "Het plan van de kring van Johan". */
export function planName(circle: string, language: PdfLanguage): string {
  const article = /^(?:De|Het|Een|Ons|Onze|The|Our) /
  return pdfTexts[language].planOf(circle.replace(article, (word) => word.toLowerCase()))
}
