import { readFileSync } from 'node:fs'
import {
  canonicalText,
  planHash,
  type CanonicalAgreement,
  type CanonicalPlan,
  type CanonicalWho,
} from '@kringplan/shared/plan/canonical'
import { PLAN_FORMAT, type CopyPerson, type PlanFile } from '@kringplan/shared/plan/planFile'
import type { Signature, SignatureMark } from '@kringplan/shared/plan/signature'

interface Demo {
  readonly circle: string
  readonly question: string
  readonly people: readonly {
    readonly name: string
    readonly role?: 'professional'
    readonly picture?: string
    readonly colour?: string
  }[]
}

const demo = JSON.parse(readFileSync(new URL('../../demo/johan.json', import.meta.url), 'utf8')) as Demo

/** Everybody of Johan's conference, with ids that are their names. */
export const johansPeople: readonly CopyPerson[] = demo.people.map(({ name, role, picture, colour }) => ({
  id: name,
  name,
  role: role ?? 'member',
  picture: picture ?? null,
  colour: colour ?? null,
}))

/** People by name: `everybody`, somebody of the circle, or a free name. */
export const who = (...names: readonly string[]): readonly CanonicalWho[] =>
  names.map((name) => {
    if (name === 'everybody') return { everybody: true }
    return johansPeople.some((person) => person.name === name) ? { id: name, name } : { name }
  })

/** An agreement of which only what is told is known. */
export function agreement(id: string, told: Partial<CanonicalAgreement>): CanonicalAgreement {
  const nothing = { what: '', who: [], where: '', when: { words: '', rule: null } }
  return { id, ...nothing, fallback: { text: '', who: [] }, ...told }
}

const line = (
  id: string,
  what: string,
  names: readonly string[],
  where: string,
  when: string,
  text: string,
  talk: readonly string[],
) =>
  agreement(id, {
    what,
    who: who(...names),
    where,
    when: { words: when, rule: null },
    fallback: { text, who: who(...talk) },
  })

/** Johan's plan: fourteen agreements. */
export const johansAgreements: readonly CanonicalAgreement[] = [
  line(
    'a1',
    'Johan woont bij zijn vader',
    ['Johan', 'vader'],
    'bij vader thuis',
    'vanaf vandaag',
    'Tante Edith belt moeder.',
    ['tante Edith', 'vader', 'moeder'],
  ),
  line(
    'a2',
    'Johan gaat na school naar de opvang. Oom Herman betaalt.',
    ['oom Herman'],
    'op de opvang',
    'elke schooldag',
    'Oom Herman en vader praten samen.',
    ['oom Herman', 'vader'],
  ),
  line(
    'a3',
    'Johan is een weekend bij zijn moeder. Vader brengt hem. Moeder brengt hem terug.',
    ['vader', 'moeder'],
    'bij moeder',
    'om de 2 weken, van zaterdag 10.00 uur tot zondag 18.30 uur',
    'Oma haalt Johan op.',
    ['oma', 'vader', 'moeder'],
  ),
  line(
    'a4',
    'Vader blowt alleen als Johan weg is',
    ['vader'],
    'niet thuis bij Johan',
    'alleen op zaterdagavond',
    'De familie praat met vader.',
    ['vader', 'opa', 'oma', 'oom Herman'],
  ),
  line(
    'a5',
    'Johan gaat naar opa en oma',
    ['opa', 'oma'],
    'bij opa en oma',
    'elke woensdagmiddag',
    'Opa belt vader op tijd.',
    ['opa', 'vader'],
  ),
  line(
    'a6',
    'Wim blijft bij tante Edith wonen. Edith praat met school.',
    ['Wim', 'tante Edith'],
    'bij tante Edith',
    'tot Wim klaar is met school',
    'Edith belt vader en moeder.',
    ['tante Edith', 'vader', 'moeder', 'Wim'],
  ),
  line(
    'a7',
    'Wim en Johan doen samen iets leuks',
    ['Wim', 'Johan'],
    'in het zwembad',
    '',
    'Zij kiezen een andere dag.',
    [],
  ),
  line(
    'a8',
    'Moeder gaat elke week naar haar hulpverlener',
    ['moeder', 'de hulpverlener'],
    '',
    'elke dinsdag',
    'Tante Edith gaat met moeder mee.',
    ['tante Edith', 'moeder'],
  ),
  line(
    'a9',
    'Vader komt op elke afspraak met Sanne',
    ['vader', 'Sanne'],
    'op het kantoor van Sanne',
    'één keer in de maand',
    'Oom Herman gaat met vader mee.',
    ['oom Herman', 'vader', 'Sanne'],
  ),
  line(
    'a10',
    'Oom Herman helpt met de schulden',
    ['oom Herman', 'vader', 'moeder'],
    'aan de keukentafel',
    'elke eerste zaterdag van de maand',
    'Dan bellen wij de schuldhulp.',
    ['oom Herman', 'vader'],
  ),
  line(
    'a11',
    'Buurman Joop brengt Johan naar voetbal',
    ['buurman Joop', 'neef Daan'],
    'op het veld',
    'elke zaterdag om 9.00 uur',
    'Neef Daan brengt Johan.',
    ['buurman Joop', 'neef Daan'],
  ),
  line('a12', 'Tante Mieke leest met Johan', ['tante Mieke'], '', 'twee keer in de week', '', [
    'tante Mieke',
    'vader',
  ]),
  line('a13', 'Ria past op als vader moet werken', ['Ria'], 'bij vader thuis', '', '', []),
  line(
    'a14',
    'Iedereen viert de verjaardag van Johan',
    ['everybody'],
    'bij tante Edith',
    'op 29 september',
    'Wij kiezen samen een andere dag.',
    ['everybody'],
  ),
].map((one) =>
  one.id === 'a7'
    ? {
        ...one,
        when: {
          words: '',
          rule: {
            unit: 'month',
            interval: 1,
            weekdays: [],
            first: '2027-07-03',
            last: null,
            time: null,
            until: null,
            part: 'afternoon',
          },
        },
      }
    : one,
)

/** Johan's plan as it was frozen. */
export const johansPlan: CanonicalPlan = {
  v: 1,
  conference: 'johan',
  version: 1,
  question: demo.question,
  agreements: johansAgreements,
  nextMeeting: {
    when: { words: 'vrijdag 10 september 2027, 19.00 uur', rule: null },
    where: 'bij tante Edith thuis',
    who: who('everybody'),
    later: false,
  },
  watcher: who('oom Herman'),
  professionalAnswers: [
    { agreement: 'a2', by: { id: 'Sanne', name: 'Sanne' }, answer: 'can', words: '' },
    {
      agreement: 'a9',
      by: { id: 'Sanne', name: 'Sanne' },
      answer: 'cannot',
      words: 'op woensdag werk ik niet.',
    },
  ],
}

/** A signature by somebody, taken at a moment. The key and the bytes are of no use to a page. */
export function signature(name: string, mark: SignatureMark, signedAt = '2027-06-11T19:42:00Z'): Signature {
  return { person: { id: name, name }, device: 'own', mark, publicKey: '00', signature: '00', signedAt }
}

const scribble = (turns: number): SignatureMark => ({
  way: 'drawn',
  strokes: [
    Array.from({ length: turns * 6 }, (_, i) => [
      40 + i * 14,
      Math.round(100 + 70 * Math.sin(i * 1.1) * Math.cos(i * 0.13)),
    ]).flat(),
    [420, 60],
  ],
})

/** Twelve people who signed, in all four ways. */
export const johansSignatures: readonly Signature[] = [
  signature('Johan', { way: 'picture', picture: 'vis', colour: 'oranje' }),
  signature('Wim', scribble(3)),
  signature('vader', scribble(6)),
  signature('moeder', scribble(4)),
  signature('tante Edith', scribble(5)),
  signature('oom Herman', { way: 'typed', text: 'Herman' }),
  signature('opa', { way: 'paper' }),
  signature('oma', { way: 'paper' }),
  signature('tante Mieke', scribble(5)),
  signature('buurman Joop', { way: 'typed', text: 'Joop' }),
  signature('neef Daan', scribble(4)),
  signature('Ria', scribble(3)),
]

/** A plan file with this plan in it. */
export function planFileOf(plan: CanonicalPlan, told: Partial<PlanFile> = {}): PlanFile {
  const text = canonicalText(plan)
  return {
    format: PLAN_FORMAT,
    circle: demo.circle,
    frozenAt: '2027-06-11T19:30:00Z',
    text,
    hash: planHash(text),
    people: johansPeople,
    signatures: johansSignatures,
    ...told,
  }
}
