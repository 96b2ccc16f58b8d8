import { expect } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { typeAgreement } from '../fixtures/board.ts'
import { buildClosedDoor } from '../fixtures/closedDoor.ts'
import { eveningLines } from '../fixtures/evening.ts'
import { signBy, typeName } from '../fixtures/onTable.ts'
import { openAtBoard } from '../fixtures/openedDoor.ts'
import type { Person } from '../fixtures/person.ts'
import { readOpenView } from '../fixtures/rawConference.ts'
import { test, type World } from '../fixtures/world.ts'

const TITLE = 'Wie kwam en wie ging'
const WHOLE = 'Dit logboek is heel.'

async function readsLog(phone: Person, world: World): Promise<void> {
  await phone.page.goto(`${world.server.url}/plek/${phone.seat}/van-mij`)
  await phone.press(phone.link(TITLE))
  await expect(phone.heading(TITLE)).toBeVisible()
}

/**
 * Who owns the server's file changes something in it. In a process of its own: a second SQLite in the process of the server
 * would take its locks away.
 */
function change(world: World, ...statements: readonly string[]): void {
  const program = `
    const { DatabaseSync } = require('node:sqlite')
    const [, path, ...statements] = process.argv
    const file = new DatabaseSync(path)
    for (const statement of statements) file.exec(statement)
    file.close()`
  execFileSync(process.execPath, ['-e', program, join(world.server.dataDir, 'kringplan.db'), ...statements])
}

test('[LG1] [LG2] [LG4] [LG7] [LG8] @door an evening up to signing: the circle reads the log on its phones, nobody else does, and what is changed in it is noticed', async ({
  world,
}) => {
  const { conference, board, phones } = await buildClosedDoor(world, ['tante Edith', 'oom Herman'])
  const [edith, herman] = phones
  if (edith === undefined || herman === undefined) throw new Error('two phones')
  const { coordinator, coordinatorSeat } = conference

  await test.step('behind the closed door: who came in, and who was refused', async () => {
    await coordinator.call('readLog', { seat: coordinatorSeat }, {})
    await readsLog(edith, world)
    await edith.sees(WHOLE)
    await edith.sees('het bord deed de deur dicht.')
    await edith.sees('oom Herman kwam binnen met een telefoon.')
    await edith.sees('Fatma wilde naar binnen en mocht niet.')
    await edith.seesNothingOf('er gebeurde iets')
    // Nobody else tried anything: coming in by the card is no try.
    await expect(edith.page.getByText('wilde naar binnen')).toHaveCount(1)
  })

  await test.step('[LG4] the coordinator reads nothing of it, now and later', async () => {
    const refused = { status: 403, text: '{"refusal":"refused"}' }
    const asked = async () => {
      const { status, text } = await coordinator.call('readLog', { seat: coordinatorSeat }, {})
      return { status, text }
    }
    expect(await asked()).toEqual(refused)
    await typeAgreement(board, eveningLines.board)
    await openAtBoard(board)
    expect(await asked()).toEqual(refused)
  })

  await test.step('[LG7] the plan holds the head of the log: it is shown, and signed', async () => {
    await readsLog(edith, world)
    await edith.sees('het bord deed de deur open.')
    await edith.sees(WHOLE)
    const raw = await board.raw()
    const { revision } = await readOpenView(raw, board.seat)
    ;(await raw.call('freeze', { seat: board.seat }, { revision })).value()
    await edith.page.goto(`${world.server.url}/plek/${edith.seat}/eens`)
    await edith.sees(/Het logboek had toen \d+ regels, met code [A-Z]{2}\s\d\d\s[A-Z]{2}\s\d\d\./)
    await signBy(edith, () => typeName(edith))
    await expect(edith.heading('Dank je wel. Jouw handtekening staat in het plan.')).toBeVisible()
  })

  await test.step('[LG7] with a row changed a phone signs nothing, and says why', async () => {
    await herman.page.goto(`${world.server.url}/plek/${herman.seat}/eens`)
    await expect(herman.heading('Ben jij het eens met dit plan?')).toBeVisible()
    change(world, 'create table asItWas as select * from doorLog')
    change(world, "update doorLog set kind = 'came' where kind = 'tried'")
    await signBy(herman, () => typeName(herman))
    await herman.sees('Het logboek van de deur klopt niet.')
    const view = await herman.readView()
    expect(view.kind === 'open' ? view.plan?.mine : undefined).toBeNull()
  })

  await test.step('[LG1] the page says at which line it goes wrong', async () => {
    await readsLog(edith, world)
    await edith.sees(/Dit logboek is niet heel\. Het gaat mis bij regel \d+\./)
    await edith.sees('Hier gaat het mis.')
    change(world, 'delete from doorLog')
    change(world, 'insert into doorLog select * from asItWas')
    await edith.press(edith.button('Probeer opnieuw'))
    await edith.sees(WHOLE)
  })

  await test.step('[LG2] a log that was cut off is not the one that this phone saw', async () => {
    change(world, 'create table kept as select * from doorLog where seq >= (select max(seq) from doorLog)')
    change(world, 'delete from doorLog where seq >= (select max(seq) from doorLog)')
    await edith.press(edith.button('Probeer opnieuw'))
    await edith.sees('Dit is niet het logboek dat jij eerder zag.')
    change(world, 'insert into doorLog select * from kept')
    await edith.press(edith.button('Probeer opnieuw'))
    await edith.sees(WHOLE)
  })
})
