import { hasCalendar } from '@kringplan/shared/plan/calendarOf'
import type { CanonicalPlan } from '@kringplan/shared/plan/canonical'
import { planOf, type PlanFile } from '@kringplan/shared/plan/planFile'
import type { WhenRule } from '@kringplan/shared/plan/when'
import { fridays } from '@kringplan/shared/plan/whenRule.testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreement, calendarOf, fileOf, readBack } from './calendarFile.testkit.ts'

const edith = { id: 'edith', name: 'tante Edith' }
const wim = { id: 'wim', name: 'Wim' }
const when = { words: 'elke vrijdag na school', rule: fridays }
const once: WhenRule = { ...fridays, unit: 'once', weekdays: [], first: '2027-09-29', time: '19:00' }

const plan = [
  agreement('zwemmen', {
    what: 'Wim en Johan gaan zwemmen',
    who: [wim],
    where: 'in het zwembad',
    when,
    fallback: { text: 'Dan gaat Edith mee.', who: [edith, { name: 'de badmeester' }] },
  }),
  agreement('eten', { what: 'Wij eten samen', who: [{ everybody: true }], when }),
  agreement('woorden', {
    what: 'Edith belt school',
    who: [edith],
    when: { words: 'elke maandag om 10.00 uur', rule: null },
  }),
  agreement('hulp', { what: 'Edith helpt Wim', who: [edith], when: { words: '', rule: once } }),
]

const summaries = (text: string): readonly string[] => readBack(text).events.map(({ summary }) => summary)

describe('renderCalendar', () => {
  it('[CP20] has what a person chose as a rhythm, and reads nothing out of the words', () => {
    const found = summaries(calendarOf(fileOf(plan)))
    expect(found).toEqual(['Wim en Johan gaan zwemmen', 'Wij eten samen', 'Edith helpt Wim'])
  })

  it('[CP20] has for a person where they stand by name or as everybody; who only helps out is not there', () => {
    const forWhom = (personId: string) => summaries(calendarOf(fileOf(plan), { personId }))
    expect(forWhom('wim')).toEqual(['Wim en Johan gaan zwemmen', 'Wij eten samen'])
    expect(forWhom('edith')).toEqual(['Wij eten samen', 'Edith helpt Wim'])
    expect(forWhom('nobody')).toEqual(['Wij eten samen'])
  })

  it('[CP20] the screens offer a calendar to whom it has something for, and to nobody else', () => {
    const offered = (file: PlanFile, personId: string) => hasCalendar(planOf(file), personId)
    const alone = fileOf(plan.filter(({ id }) => id !== 'eten'))
    for (const personId of ['wim', 'edith', 'nobody']) {
      expect(offered(alone, personId)).toBe(summaries(calendarOf(alone, { personId })).length > 0)
    }
    expect(offered(alone, 'nobody')).toBe(false)
    expect(offered(alone, 'wim')).toBe(true)
    expect(offered(meeting({}), 'nobody')).toBe(true)
    expect(offered(meeting({ who: [edith] }), 'wim')).toBe(false)
  })

  const meeting = (change: Partial<CanonicalPlan['nextMeeting']>) =>
    fileOf([], {
      nextMeeting: { when: { words: '', rule: once }, where: 'bij oma', who: [], later: false, ...change },
    })

  it('[CP20] has the next meeting, unless it names only others or is chosen later', () => {
    const found = (change: Partial<CanonicalPlan['nextMeeting']>) =>
      summaries(calendarOf(meeting(change), { personId: 'wim' }))
    expect(found({})).toEqual(['Weer samen'])
    expect(found({ who: [wim, edith] })).toEqual(['Weer samen'])
    expect(found({ who: [edith] })).toEqual([])
    expect(found({ later: true })).toEqual([])
    expect(found({ when: { words: 'op 29 september', rule: null } })).toEqual([])
  })

  it('[CP27] says what, where, who, when in both ways and the fallback, and nothing else of the plan', () => {
    const text = calendarOf(
      fileOf(plan, {
        question: 'Hoe gaat het goed met Johan?',
        watcher: [edith],
        professionalAnswers: [{ agreement: 'zwemmen', by: wim, answer: 'cannot', words: 'het bad is dicht' }],
      }),
    )
    const [event] = readBack(text).events
    expect(event?.location).toBe('in het zwembad')
    expect(event?.description.split('\n')).toEqual([
      'Wie: Wim',
      'Wanneer: elke vrijdag na school',
      'elke vrijdag om 15.30 uur, vanaf 3 september 2027',
      'En als het niet lukt: Dan gaat Edith mee.',
      'Wie praten dan samen: tante Edith en de badmeester',
    ])
    expect(event?.component.getFirstPropertyValue('class')).toBe('PRIVATE')
    const names = event?.component.getAllProperties().map(({ name }) => name)
    expect(names?.toSorted()).toEqual(
      [
        'uid',
        'sequence',
        'dtstamp',
        'dtstart',
        'rrule',
        'summary',
        'location',
        'description',
        'class',
      ].toSorted(),
    )
    const unfolded = text.replace(/\r\n /g, '')
    expect(unfolded).toContain('zwembad')
    for (const other of ['Hoe gaat het goed', 'het bad is dicht', 'De kring'])
      expect(unfolded).not.toContain(other)
  })

  it('[CP27] speaks the language of who asks', () => {
    const [event] = readBack(calendarOf(fileOf(plan), { language: 'en' })).events
    expect(event?.description).toContain('every Friday at 15:30, starting 3 September 2027')
    expect(event?.description).toContain('And if it does not work out: Dan gaat Edith mee.')
  })

  it('[CP27] an agreement without words is called by its number', () => {
    const file = fileOf([agreement('a', {}), agreement('b', { when: { words: '', rule: once } })])
    expect(summaries(calendarOf(file))).toEqual(['Afspraak 2'])
    expect(readBack(calendarOf(file)).events[0]?.description).toBe(
      'Wanneer: één keer, op woensdag 29 september 2027 om 19.00 uur',
    )
  })

  it('[CP28] a later version replaces the moments of an earlier one', () => {
    const [before, after] = [1, 2].map((version) => readBack(calendarOf(fileOf(plan, { version }))).events)
    expect(before?.map(({ uid }) => uid)).toEqual(after?.map(({ uid }) => uid))
    expect(before?.map(({ uid }) => uid)).toEqual(
      ['zwemmen', 'eten', 'hulp'].map((id) => `c1.${id}@kringplan`),
    )
    expect([before?.[0]?.sequence, after?.[0]?.sequence]).toEqual([1, 2])
    const other = readBack(calendarOf(fileOf(plan, { conference: 'c2' }))).events
    expect(other[0]?.uid).toBe('c2.zwemmen@kringplan')
  })

  it('[CP28] stamps are UTC, and the zone of the events lies in the file', () => {
    const text = calendarOf(fileOf(plan))
    expect(text.match(/^DTSTAMP:.*/gm)?.[0]).toBe('DTSTAMP:20270611T180405Z')
    expect(text).not.toMatch(/^DTSTAMP(?!:\d{8}T\d{6}Z\r$)/m)
    const { calendar } = readBack(text)
    const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid'))
    expect(zones).toEqual(['Europe/Amsterdam'])
    expect(text).toContain('DTSTART;TZID=Europe/Amsterdam:20270903T153000\r\n')
    expect(text).not.toContain('Brussels')
  })

  it('[CP29] commas, semicolons, backslashes, new lines, emoji and Arabic come back as they were', () => {
    const what = 'Eten; soep, brood \\n en koffie 👨‍👩‍👧 met رِيا'
    const words = `Eerst praten,\ndan eten; ${'en dan nog heel lang zitten 🐟 '.repeat(20)}.`
    const text = calendarOf(
      fileOf([agreement('a', { what, where: 'Kerkstraat 1, Ede\nachter', when: { words, rule: fridays } })]),
    )
    const [event] = readBack(text).events
    expect(event?.summary).toBe(what)
    expect(event?.location).toBe('Kerkstraat 1, Ede\nachter')
    expect(event?.description).toContain(words)
    const lines = text.split('\r\n')
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(lines.at(-1)).toBe('')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('[CP29] whatever is written, the file has the same events', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('\r\nEND:VEVENT\r\n', 'a\u0000b'),
    )
    fc.assert(
      fc.property(texts, texts, (words, id) => {
        const file = fileOf([
          agreement(id, {
            what: words,
            where: words,
            when: { words, rule: fridays },
            fallback: { text: words, who: [{ name: words }] },
          }),
          agreement('b', { what: 'Wij eten samen', when }),
        ])
        const text = calendarOf(file)
        expect(text.replaceAll('\r\n', '')).not.toMatch(/(?!\t)\p{Cc}/u)
        const { events } = readBack(text)
        expect(events).toHaveLength(2)
        expect(events[1]?.summary).toBe('Wij eten samen')
        expect(events[0]?.uid === events[1]?.uid).toBe(id === 'b')
      }),
      { numRuns: 200 },
    )
  })
})
