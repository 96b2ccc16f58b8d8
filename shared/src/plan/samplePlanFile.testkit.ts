import { canonicalText, planHash, toCanonical, type CanonicalPlan } from './canonical.ts'
import { noEnding, type AgreementContent } from './content.ts'
import type { Who } from './agreement.ts'
import { PLAN_FORMAT, type CopyPerson, type PlanFile } from './planFile.ts'
import { sign, type Signature, type SignatureDevice, type SignatureMark } from './signature.ts'

/* A plan file as a circle gets it, made with the functions that make real ones. Johan's evening. */

const looks = [
  ['johan', 'Johan', 'vis', 'oranje'],
  ['vader', 'vader', 'boot', 'petrol'],
  ['moeder', 'moeder', 'vlinder', 'bes'],
  ['edith', 'tante Edith', 'bloem', 'paars'],
  ['herman', 'oom Herman', 'fiets', 'groen'],
  ['opa', 'opa', 'boom', 'bruin'],
  ['oma', 'oma', 'vogel', 'roze'],
  ['ria', 'Ria – رِيا', 'kat', 'lila'],
] as const

/** Members with their pictures, and a professional. */
export const samplePeople: readonly CopyPerson[] = [
  ...looks.map(([id, name, picture, colour]) => ({ id, name, role: 'member' as const, picture, colour })),
  { id: 'sanne', name: 'Sanne van Het Anker', role: 'professional', picture: null, colour: null },
]

const person = (id: string): Who => ({ kind: 'person', id })
const everybody: Who = { kind: 'everybody' }

const agreement = (id: string, words: Partial<AgreementContent>): AgreementContent => ({
  id,
  what: '',
  who: [],
  where: '',
  when: '',
  rule: null,
  fallback: '',
  fallbackWho: [],
  ...words,
})

const weekly = {
  unit: 'week' as const,
  interval: 1,
  weekdays: [3],
  first: '2027-06-16',
  last: null,
  time: '14:00',
  until: null,
  part: null,
}

/** The agreements, in order. */
export const sampleAgreements: readonly AgreementContent[] = [
  agreement('a1', {
    what: 'Johan woont bij zijn vader',
    who: [person('johan'), person('vader')],
    where: 'bij vader thuis',
    when: 'vanaf vandaag',
    fallback: 'Tante Edith belt moeder.',
    fallbackWho: [person('edith'), person('vader'), person('moeder')],
  }),
  agreement('a2', {
    what: 'Johan gaat na school naar de opvang. Oom Herman betaalt.',
    who: [person('herman')],
    where: 'op de opvang',
    when: 'elke schooldag',
    fallback: 'Oom Herman en vader praten samen.',
    fallbackWho: [person('herman'), person('vader')],
  }),
  agreement('a3', {
    what: 'Johan gaat naar opa en oma',
    who: [person('opa'), person('oma')],
    where: 'bij opa en oma',
    when: 'elke woensdagmiddag',
    rule: weekly,
    fallback: 'Opa belt vader op tijd.',
    fallbackWho: [person('opa'), person('vader')],
  }),
  agreement('a4', {
    what: 'Tante Edith praat met school',
    who: [person('edith'), { kind: 'name', id: 'n1', name: 'juf Anna' }],
    where: '',
    when: 'na de zomer',
  }),
  agreement('a5', { what: 'Wij eten samen. نأكل معًا', who: [everybody], where: 'bij tante Edith' }),
]

/** What stays the same in all samples; `wishes` changes it. */
export interface SampleWishes {
  readonly version?: number
  readonly agreements?: readonly AgreementContent[]
  /** Who signed, by id. All members when left out. */
  readonly signers?: readonly string[]
}

/** The frozen plan. */
export function samplePlan({ version = 1, agreements = sampleAgreements }: SampleWishes = {}): CanonicalPlan {
  return toCanonical(
    {
      agreements,
      ending: {
        ...noEnding,
        when: 'vrijdag 10 september, 19.00 uur',
        where: 'bij tante Edith thuis',
        who: [everybody],
        watcher: [person('herman')],
      },
    },
    {
      conference: 'sample-conference',
      version,
      question: 'Waar kan Johan veilig opgroeien? En wat is daarvoor nodig?',
      people: samplePeople,
      answers: [
        { agreement: 'a2', by: { id: 'sanne', name: 'Sanne van Het Anker' }, answer: 'can', words: '' },
        {
          agreement: 'a4',
          by: { id: 'sanne', name: 'Sanne van Het Anker' },
          answer: 'cannot',
          words: 'School wil eerst met vader praten.',
        },
      ],
    },
  )
}

/** A scribble, a little different for each seed. */
export function sampleStrokes(seed: number): readonly (readonly number[])[] {
  const stroke: number[] = []
  for (let i = 0; i <= 60; i += 1) {
    stroke.push(60 + i * 7, Math.round(110 - 60 * Math.sin(i / (3 + (seed % 3))) * (1 - i / 75)))
  }
  return [stroke, [420, 150, 460, 146, 500, 150]]
}

function markOf(index: number, who: CopyPerson): { mark: SignatureMark; device: SignatureDevice } {
  if (who.id === 'johan') {
    return {
      mark: { way: 'picture', picture: who.picture ?? '', colour: who.colour ?? '' },
      device: 'board',
    }
  }
  if (who.id === 'herman') return { mark: { way: 'typed', text: 'Herman' }, device: 'borrowed' }
  if (who.id === 'opa' || who.id === 'oma') return { mark: { way: 'paper' }, device: 'paper' }
  return { mark: { way: 'drawn', strokes: sampleStrokes(index) }, device: 'own' }
}

/** A whole plan file with every way of signing in it. Keys are fixed, so it is the same each time. */
export function samplePlanFile(wishes: SampleWishes = {}): PlanFile {
  const plan = samplePlan(wishes)
  const text = canonicalText(plan)
  const hash = planHash(text)
  const members = samplePeople.filter(({ role }) => role === 'member')
  const signatures = members.flatMap((who, index): Signature[] => {
    if (wishes.signers?.includes(who.id) === false) return []
    const { mark, device } = markOf(index, who)
    const { conference, version } = plan
    const signer = { id: who.id, name: who.name }
    const key = new Uint8Array(32).fill(index + 1)
    const signed = sign({ conference, version, hash, person: signer, device, mark }, key)
    return [{ person: signer, device, mark, ...signed, signedAt: '2027-06-11T19:40:00.000Z' }]
  })
  return {
    format: PLAN_FORMAT,
    circle: 'De kring van Johan',
    frozenAt: '2027-06-11T19:30:00.000Z',
    text,
    hash,
    people: samplePeople,
    signatures,
  }
}
