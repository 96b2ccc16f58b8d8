import type { Output } from '@kringplan/shared/contract/messages'
import { files } from '@kringplan/shared/contract/routes'
import { planOf, verifyPlanFile } from '@kringplan/shared/plan/planFile'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Browser } from '../testkit/browser.testkit.ts'
import { makeCircle, openView, type Circle, type Sitting } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'
import { signatureFor, versionFor } from './plan.testkit.ts'

let test: TestApp
let circle: Circle
let version: Output<'version'>
let edith: { readonly id: string; readonly name: string }
let herman: { readonly id: string; readonly name: string }
let sanne: { readonly id: string; readonly name: string }

type Taken = { readonly personId: string; readonly version: number }

async function start(setting: 'withDoor' | 'together'): Promise<void> {
  circle = await makeCircle(test, setting, 'signing')
  version = await versionFor(circle.board)
  const { people } = await openView(circle.board)
  const find = (wanted: string) => {
    const person = people.find(({ name }) => name === wanted)
    if (person === undefined) throw new Error(`no ${wanted}`)
    return { id: person.id, name: person.name }
  }
  edith = find('Edith')
  herman = find('Herman')
  sanne = find('Sanne')
}

beforeEach(async () => {
  test = await startTestApp()
  await start('withDoor')
})
afterEach(() => test.stop())

const ask = (sitting: Sitting) => ({ seat: sitting.seat })

describe('signing', () => {
  it('[SG10] an own signature over this version is taken; only the board is told who signed', async () => {
    const { member, board, coordinator, professional, id } = circle
    await member.browser.do('sign', ask(member), signatureFor(id, version, edith))
    expect((await openView(board)).plan?.signed).toMatchObject([
      { personId: edith.id, way: 'typed', device: 'own' },
    ])
    for (const sitting of [member, coordinator, professional])
      expect((await openView(sitting)).plan?.signed).toBeNull()
    expect((await openView(member)).plan?.mine).toMatchObject({ personId: edith.id })
    expect((await openView(coordinator)).plan?.mine).toBeNull()
    const { signatures } = await member.browser.do('copy', ask(member), {})
    expect(signatures.map(({ person }) => person.name)).toEqual(['Edith'])
  })

  it('[SG11] for another version, another hash or with a signature that does not fit nothing is taken', async () => {
    const { member, id } = circle
    const good = signatureFor(id, version, edith)
    const no = (change: object) => member.browser.no('sign', ask(member), { ...good, ...change })
    expect(await no({ version: 2 })).toEqual({ refusal: 'stale' })
    expect(await no({ hash: 'a'.repeat(64) })).toEqual({ refusal: 'stale' })
    expect(
      await no({ signature: good.signature.replace(/^../, good.signature.startsWith('00') ? '11' : '00') }),
    ).toEqual({ refusal: 'badInput', field: 'signature' })
    expect(await no({ mark: { way: 'typed', text: 'Herman' } })).toEqual({
      refusal: 'badInput',
      field: 'signature',
    })
    expect((await openView(member)).plan?.mine).toBeNull()
    await member.browser.do('sign', ask(member), good)
    expect(await no({})).toEqual({ refusal: 'stale', field: 'personId' })
  })

  it('[SG12] nobody signs for somebody else from a phone; the board takes signatures in the room; paper is ticked by the circle', async () => {
    const { member, board, coordinator, professional, id } = circle
    expect(await member.browser.no('sign', ask(member), signatureFor(id, version, herman))).toEqual({
      refusal: 'refused',
    })
    expect(await member.browser.no('sign', ask(member), signatureFor(id, version, edith, 'board'))).toEqual({
      refusal: 'refused',
    })
    expect(await board.browser.no('sign', ask(board), signatureFor(id, version, herman, 'own'))).toEqual({
      refusal: 'refused',
    })
    for (const sitting of [coordinator, professional]) {
      expect(
        await sitting.browser.no(
          'sign',
          ask(sitting),
          signatureFor(id, version, herman, 'paper', { way: 'paper' }),
        ),
      ).toEqual({ refusal: 'refused' })
    }
    // A professional outside the circle signs nothing here, not even on the board.
    expect(await board.browser.no('sign', ask(board), signatureFor(id, version, sanne, 'board'))).toEqual({
      refusal: 'refused',
    })
    await member.browser.do('sign', ask(member), signatureFor(id, version, herman, 'paper', { way: 'paper' }))
    await board.browser.do(
      'sign',
      ask(board),
      signatureFor(id, version, edith, 'board', { way: 'picture', picture: 'bloem', colour: 'paars' }),
    )
    expect((await openView(board)).plan?.signed).toHaveLength(2)
  })

  it('[SG13] taken back until the plan is ready: the own one, or on the board one that was given there', async () => {
    const { member, board, id } = circle
    await member.browser.do('sign', ask(member), signatureFor(id, version, edith))
    const [ediths, hermans] = [edith, herman].map(({ id: personId }) => ({ personId, version: 1 })) as [
      Taken,
      Taken,
    ]
    expect(await board.browser.no('unsign', ask(board), ediths)).toEqual({
      refusal: 'refused',
    })
    await member.browser.do('unsign', ask(member), ediths)
    expect(await member.browser.no('unsign', ask(member), ediths)).toEqual({
      refusal: 'stale',
    })
    await board.browser.do('sign', ask(board), signatureFor(id, version, herman, 'board'))
    expect(await member.browser.no('unsign', ask(member), hermans)).toEqual({
      refusal: 'refused',
    })
    await board.browser.do('unsign', ask(board), hermans)
    await member.browser.do('sign', ask(member), signatureFor(id, version, edith))
    await board.browser.do('finish', ask(board), { revision: 4 })
    expect(await member.browser.no('unsign', ask(member), ediths)).toEqual({
      refusal: 'refused',
    })
  })

  it('[SG14] a new version has no signatures, and one that arrives with it is stale', async () => {
    const { member, board, id } = circle
    await member.browser.do('sign', ask(member), signatureFor(id, version, edith))
    await board.browser.do('table', ask(board), { revision: 4 })
    expect(await member.browser.no('sign', ask(member), signatureFor(id, version, edith))).toEqual({
      refusal: 'refused',
    })
    await board.browser.do('freeze', ask(board), { revision: 5 })
    expect(await member.browser.no('sign', ask(member), signatureFor(id, version, edith))).toEqual({
      refusal: 'stale',
    })
    expect((await openView(board)).plan?.signed).toEqual([])
    expect((await openView(member)).plan?.mine).toBeNull()
    await member.browser.do('sign', ask(member), signatureFor(id, await versionFor(member), edith))
  })

  it('[SG15] who has not signed can do it at home for fourteen days after the plan is ready', async () => {
    const { member, board, id } = circle
    await member.browser.do('sign', ask(member), signatureFor(id, version, edith))
    await board.browser.do('finish', ask(board), { revision: 4 })
    const home = new Browser(test.app.port)
    const { seat } = await home.do('joinByCard', {}, { token: circle.tokens['Herman'] ?? '', language: 'nl' })
    expect(await home.no('sign', { seat }, signatureFor(id, version, herman))).toEqual({ refusal: 'refused' })
    await member.browser.do('answerJoin', { seat: member.seat, id: seat }, { answer: 'yes' })
    test.clock.advance(14 * 24 * 3600_000 + 1000)
    expect(await home.no('sign', { seat }, signatureFor(id, version, herman))).toEqual({ refusal: 'refused' })
    test.clock.advance(-2000)
    await home.do('sign', { seat }, signatureFor(id, version, herman))
    const { signatures } = await member.browser.do('copy', ask(member), {})
    expect(new Set(signatures.map(({ person }) => person.name))).toEqual(new Set(['Edith', 'Herman']))
  })

  it('[SG16] where everybody takes part the professional signs too, and the coordinator does not', async () => {
    await start('together')
    const { professional, coordinator, id } = circle
    await professional.browser.do('sign', ask(professional), signatureFor(id, version, sanne))
    const { people } = await openView(coordinator)
    const fatma = people.find(({ role }) => role === 'coordinator')
    const own = signatureFor(id, version, { id: fatma?.id ?? '', name: fatma?.name ?? '' })
    expect(await coordinator.browser.no('sign', ask(coordinator), own)).toEqual({ refusal: 'refused' })
  })
})

describe('copies', () => {
  it('[CP30] the copy verifies without the server, and holds no other version', async () => {
    const { member, board, id } = circle
    await member.browser.do('sign', ask(member), signatureFor(id, version, edith))
    await board.browser.do('sign', ask(board), signatureFor(id, version, herman, 'paper', { way: 'paper' }))
    await board.browser.do('finish', ask(board), { revision: 4 })
    const { text } = await member.browser.send('GET', files.planFile(member.seat))
    const verdict = verifyPlanFile(JSON.parse(text))
    expect(verdict.faults).toEqual([])
    expect(new Map(verdict.signatures.map(({ signature, valid }) => [signature.person.name, valid]))).toEqual(
      new Map([
        ['Edith', true],
        ['Herman', true],
      ]),
    )
  })

  it('[CP31] a professional gets what the circle ticked: nothing, the own part, or the whole; the coordinator nothing', async () => {
    const { member, board, professional, coordinator } = circle
    await board.browser.do('finish', ask(board), { revision: 4 })
    const pdf = async () => (await professional.browser.send('GET', files.planPdf(professional.seat))).status
    expect(await professional.browser.no('copy', ask(professional), {})).toEqual({ refusal: 'refused' })
    expect(await pdf()).toBe(403)
    await member.browser.do('share', { seat: member.seat, id: sanne.id }, { share: 'own' })
    const part = await professional.browser.do('copy', ask(professional), {})
    // "Everybody" is everybody in the circle, and Sanne stands in nothing by name.
    expect(planOf(part).agreements).toEqual([])
    expect([part.signatures, await pdf()]).toEqual([[], 200])
    expect(await professional.browser.no('version', ask(professional), {})).toEqual({ refusal: 'refused' })
    await member.browser.do('share', { seat: member.seat, id: sanne.id }, { share: 'whole' })
    expect(verifyPlanFile(await professional.browser.do('copy', ask(professional), {})).good).toBe(true)
    expect(await coordinator.browser.no('copy', ask(coordinator), {})).toEqual({ refusal: 'refused' })
    expect((await coordinator.browser.send('GET', files.planPdf(coordinator.seat))).status).toBe(403)
  })

  it('[CP15] the own part has what a professional answered to, by the number of the whole plan', async () => {
    circle = await makeCircle(test, 'withDoor', 'presentation')
    const { member, board, professional, outside } = circle
    const there = { seat: professional.seat, id: 'swimmingagreement' }
    const answer = { answer: 'can', words: '' } as const
    await professional.browser.do('answerPlan', there, answer)
    await outside?.browser.do('answerPlan', { ...there, seat: outside.seat }, answer)
    await board.browser.do('freeze', ask(board), { revision: 3 })
    await board.browser.do('finish', ask(board), { revision: 4 })
    const whole = planOf(await member.browser.do('copy', ask(member), {})).agreements.map(({ what }) => what)
    const { people } = await openView(member)
    const id = people.find(({ name }) => name === 'Sanne')?.id ?? ''
    await member.browser.do('share', { seat: member.seat, id }, { share: 'own' })
    const part = await professional.browser.do('copy', ask(professional), {})
    expect(planOf(part).agreements.map(({ what }) => what)).toEqual(['Wim en Johan gaan samen zwemmen'])
    const of = (file: typeof part) => planOf(file).professionalAnswers.map(({ by }) => by.name)
    expect(of(part)).toEqual(['Sanne'])
    expect(of(await member.browser.do('copy', ask(member), {}))).toHaveLength(2)
    expect(part.numbers).toEqual([whole.indexOf('Wim en Johan gaan samen zwemmen') + 1])
  })

  it('[CP31] who does not get the whole is not told who signed, nor what others answered', async () => {
    circle = await makeCircle(test, 'withDoor', 'presentation')
    const { member, board, professional, outside, coordinator, id } = circle
    if (outside === undefined) throw new Error('nobody else')
    const answer = { answer: 'can', words: '' } as const
    const there = { seat: outside.seat, id: 'swimmingagreement' }
    await outside.browser.do('answerPlan', there, answer)
    await board.browser.do('freeze', ask(board), { revision: 3 })
    version = await versionFor(board)
    const { people } = await openView(member)
    const idOf = (wanted: string) => people.find(({ name }) => name === wanted)?.id ?? ''
    const own = signatureFor(id, version, { id: idOf('Edith'), name: 'Edith' })
    await member.browser.do('sign', ask(member), own)
    await board.browser.do('finish', ask(board), { revision: 4 })
    const told = async (sitting: Sitting) => {
      const { plan } = await openView(sitting)
      return [plan?.signed?.length ?? null, plan?.answers.length]
    }
    expect(await told(professional)).toEqual([null, 0])
    expect(await told(coordinator)).toEqual([null, 0])
    expect(await told(outside)).toEqual([null, 1])
    const share = (how: 'own' | 'whole') =>
      member.browser.do('share', { seat: member.seat, id: idOf('Sanne') }, { share: how })
    await share('own')
    expect(await told(professional)).toEqual([null, 0])
    await share('whole')
    expect(await told(professional)).toEqual([1, 1])
    expect(await told(member)).toEqual([1, 1])
  })

  it('[PH5] after the end no word of a version is left in the files', async () => {
    const words = () =>
      ['kringplan.db', 'kringplan.db-wal', 'documents.db', 'documents.db-wal']
        .map((name) => join(test.config.dataDir, name))
        .filter((path) => existsSync(path) && readFileSync(path).includes('samen zwemmen'))
        .map((path) => basename(path))
    await circle.board.browser.do('table', ask(circle.board), { revision: 4 })
    expect(words()).not.toEqual([])
    await circle.coordinator.browser.do('end', ask(circle.coordinator), { revision: 5 })
    expect(words()).toEqual([])
  })

  it('[CP32] files are a seat’s own: without its cookie, before a version and after the end there are none', async () => {
    const { member, board } = circle
    const paths = [files.planPdf, files.signaturePage, files.calendar, files.planFile].map((path) =>
      path(member.seat),
    )
    for (const path of paths) {
      const mine = await member.browser.send('GET', path)
      expect([path, mine.status, mine.headers.get('cache-control')]).toEqual([path, 200, 'no-store'])
      expect((await board.browser.send('GET', path)).text).toBe('{"refusal":"refused"}')
      expect((await new Browser(test.app.port).send('GET', path)).status).toBe(403)
    }
    await circle.coordinator.browser.do('end', ask(circle.coordinator), { revision: 4 })
    for (const path of paths) expect((await member.browser.send('GET', path)).status).toBe(403)
  })

  it('[ST4] a seat that has ended on its device opens nothing more', async () => {
    const { board, member } = circle
    await board.browser.do('endSeat', ask(board), {})
    expect((await board.browser.raw('view', ask(board), {})).status).toBe(403)
    expect((await openView(member)).boards).toBe(0)
  })
})
