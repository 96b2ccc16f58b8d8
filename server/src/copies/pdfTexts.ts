/** The languages in which a copy can be printed. */
export type PdfLanguage = 'nl' | 'en'

/** What the paper says around the words of the circle. */
export interface PdfTexts {
  readonly tag: string
  /** @param circle as it stands in the middle of a sentence */
  readonly planOf: (circle: string) => string
  readonly onlyForUs: string
  readonly forUsAnd: (name: string) => string
  /** The numbers of the pages, which only the page knows, stand in it as `{page}` and `{pages}`. */
  readonly page: string
  readonly madeOn: (day: string) => string
  readonly partOf: (name: string) => string
  readonly agreement: (number: number) => string
  readonly who: string
  readonly where: string
  readonly when: string
  readonly fallback: string
  readonly thenTalk: string
  readonly everybody: string
  readonly everybodyInCircle: string
  readonly weAgree: string
  readonly goesOn: string
  readonly counts: (people: number, agreements: number) => string
  readonly signedOn: (day: string) => string
  readonly signedBetween: (first: string, last: string) => string
  readonly meetAgain: string
  readonly later: string
  readonly watcher: string
  readonly isItPossible: string
  readonly can: string
  readonly cannot: string
  readonly cannotBecause: string
  readonly signatures: string
  readonly ways: Readonly<Record<'drawn' | 'typed' | 'picture' | 'paper', string>>
  readonly signatureOf: (name: string) => string
  readonly changed: string
  readonly changedCopy: (address: string) => string
  readonly changedTalk: (names: string) => string
  readonly changedTogether: string
  readonly version: (version: number, code: string) => string
  readonly check: (address: string) => string
  readonly wholeCode: string
  readonly signHere: string
  readonly signHow: string
}

/** The texts of the copies on paper, in both languages. */
export const pdfTexts: Readonly<Record<PdfLanguage, PdfTexts>> = {
  nl: {
    tag: 'nl-NL',
    planOf: (circle) => `Het plan van ${circle}`,
    onlyForUs: 'Alleen voor ons.',
    forUsAnd: (name) => `Alleen voor ons en ${name}.`,
    page: 'Bladzijde {page} van {pages}',
    madeOn: (day) => `Dit is ons plan. Wij maakten het samen op ${day}.`,
    partOf: (name) => `Dit is een deel van ons plan. Het is het deel van ${name}.`,
    agreement: (number) => `Afspraak ${number}`,
    who: 'Wie',
    where: 'Waar',
    when: 'Wanneer',
    fallback: 'Lukt niet?',
    thenTalk: 'Dan praten samen:',
    everybody: 'iedereen',
    everybodyInCircle: 'iedereen in de kring',
    weAgree: 'Wij zijn het eens met dit plan',
    goesOn: 'Zo gaat het verder',
    counts: (people, agreements) =>
      `${people} ${people === 1 ? 'mens' : 'mensen'}, ${agreements} ${agreements === 1 ? 'afspraak' : 'afspraken'}.`,
    signedOn: (day) => `Getekend op ${day}.`,
    signedBetween: (first, last) => `Getekend tussen ${first} en ${last}.`,
    meetAgain: 'Wij komen weer bij elkaar',
    later: 'Wij kiezen later een dag.',
    watcher: 'Wie let op',
    isItPossible: 'Kan het zo?',
    can: 'dit kan.',
    cannot: 'dit kan zo niet.',
    cannotBecause: 'dit kan zo niet, want',
    signatures: 'Onze handtekeningen',
    ways: { drawn: 'getekend', typed: 'getypt', picture: 'met een plaatje', paper: 'op papier' },
    signatureOf: (name) => `De handtekening van ${name}`,
    changed: 'Iets veranderd?',
    changedCopy: (address) => `Ga met je telefoon naar ${address}. Daar staat jouw kopie.`,
    changedTalk: (names) => `Of praat met ${names}.`,
    changedTogether: 'Dan passen wij het plan samen aan.',
    version: (version, code) => `Dit is versie ${version} van ons plan. De code is ${code}.`,
    check: (address) => `Kijk op ${address} of dit nog hetzelfde plan is.`,
    wholeCode: 'De hele code:',
    signHere: 'Schrijf je naam op de lijn.',
    signHow: 'Daarmee zeg je: ik ben het eens met dit plan.',
  },
  en: {
    tag: 'en-GB',
    planOf: (circle) => `The plan of ${circle}`,
    onlyForUs: 'Only for us.',
    forUsAnd: (name) => `Only for us and ${name}.`,
    page: 'Page {page} of {pages}',
    madeOn: (day) => `This is our plan. We made it together on ${day}.`,
    partOf: (name) => `This is a part of our plan. It is the part of ${name}.`,
    agreement: (number) => `Agreement ${number}`,
    who: 'Who',
    where: 'Where',
    when: 'When',
    fallback: 'Not working?',
    thenTalk: 'Then these talk together:',
    everybody: 'everybody',
    everybodyInCircle: 'everybody in the circle',
    weAgree: 'We agree with this plan',
    goesOn: 'This is how it goes on',
    counts: (people, agreements) =>
      `${people} ${people === 1 ? 'person' : 'people'}, ${agreements} ${agreements === 1 ? 'agreement' : 'agreements'}.`,
    signedOn: (day) => `Signed on ${day}.`,
    signedBetween: (first, last) => `Signed between ${first} and ${last}.`,
    meetAgain: 'We meet again',
    later: 'We choose a day later.',
    watcher: 'Who keeps an eye on it',
    isItPossible: 'Is it possible?',
    can: 'this is possible.',
    cannot: 'this is not possible like this.',
    cannotBecause: 'this is not possible like this, because',
    signatures: 'Our signatures',
    ways: { drawn: 'drawn', typed: 'typed', picture: 'with a picture', paper: 'on paper' },
    signatureOf: (name) => `The signature of ${name}`,
    changed: 'Has something changed?',
    changedCopy: (address) => `Go to ${address} with your phone. Your copy is there.`,
    changedTalk: (names) => `Or talk to ${names}.`,
    changedTogether: 'Then we change the plan together.',
    version: (version, code) => `This is version ${version} of our plan. The code is ${code}.`,
    check: (address) => `Look at ${address} to see whether this is still the same plan.`,
    wholeCode: 'The whole code:',
    signHere: 'Write your name on the line.',
    signHow: 'With it you say: I agree with this plan.',
  },
}

/** What the plan of a circle is called: "Het plan van de kring van Johan". */
export function planName(circle: string, language: PdfLanguage): string {
  const article = /^(?:De|Het|Een|Ons|Onze|The|Our) /
  return pdfTexts[language].planOf(circle.replace(article, (word) => word.toLowerCase()))
}
