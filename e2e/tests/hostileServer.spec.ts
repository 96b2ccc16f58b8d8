import { expect } from '@playwright/test'
import { typeAgreement } from '../fixtures/board.ts'
import { buildClosedDoor } from '../fixtures/closedDoor.ts'
import {
  changing,
  changingSnapshot,
  dropping,
  exchanging,
  only,
  readDoubt,
  renumbering,
  repeating,
  saysDoubt,
  saysNoDoubt,
  soon,
  withPresence,
} from '../fixtures/hostileHands.ts'
import { test, type Hand } from '../fixtures/hostileRelay.ts'
import { arrived } from '../fixtures/openedDoor.ts'
import type { Person } from '../fixtures/person.ts'

const say = (board: Person, what: string) => typeAgreement(board, { what, who: ['vader'] })

test('[DT1] [DT2] [DT3] [DT5] @door a relay that keeps the newest words from one device, or stores nothing of what it says it stored', async ({
  world,
  relay,
}) => {
  const { board, phones } = await buildClosedDoor(world, ['tante Edith', 'oom Herman'])
  const [edith, herman] = phones as [Person, Person]
  await test.step('[DT3] the control: the same hand passes everything on, and nothing is said', async () => {
    relay.play(withPresence(relay))
    for (const phone of phones) await phone.goToPlan()
    await edith.jot('Alles gaat gewoon')
    await expect(herman.agreement('Alles gaat gewoon')).toBeVisible()
    await expect(arrived(edith)).toBeVisible()
    await saysNoDoubt(board, edith, herman)
  })

  await test.step('[DT1] what is kept from one device that device says, and nobody else', async () => {
    await relay.serve(relay.copy(), [herman])
    await edith.jot('Oma kookt op vrijdag')
    await expect(board.page.getByText('Oma kookt op vrijdag')).toBeVisible()
    await saysDoubt(herman)
    await herman.seesNothingOf('Oma kookt op vrijdag')
    await saysNoDoubt(board, edith)
  })

  await test.step('[DT2] once the relay gives it, it is there', async () => {
    relay.behave()
    await expect(herman.agreement('Oma kookt op vrijdag')).toBeVisible()
    await readDoubt(herman)
  })

  await test.step('[DT1] what is said to be stored, and is not, the others say', async () => {
    let [{ head } = { head: 0 }] = relay.wires(edith)
    relay.play({
      up: (frame, wire) => {
        if (wire.seat !== edith.seat || frame.type !== 'append') return [frame]
        wire.tell({ type: 'ack', cid: frame.cid, seq: ++head })
        return []
      },
    })
    await edith.jot('Wim kijkt elke dag')
    await expect(arrived(edith)).toBeVisible()
    await saysDoubt(board)
    await board.seesNothingOf('Wim kijkt elke dag')
    await expect(edith.agreement('Wim kijkt elke dag')).toBeVisible()
  })

  await test.step('[DT2] and none of those words is lost', async () => {
    relay.behave()
    await readDoubt(board)
    await say(board, 'Samen eten op zondag')
    await expect(edith.agreement('Samen eten op zondag')).toBeVisible()
    for (const person of [board, herman]) {
      await expect(person.page.getByText('Wim kijkt elke dag').first()).toBeVisible()
    }
    await saysDoubt(edith)
  })
})

test('[I3] [I7] [DT2] [DT5] @door a relay that drops, exchanges, repeats or changes what one device is told', async ({
  world,
  relay,
}) => {
  const { board, phones } = await buildClosedDoor(world, ['tante Edith', 'oom Herman'])
  const [edith, herman] = phones as [Person, Person]
  for (const phone of phones) await phone.goToPlan()
  await edith.jot('Gewoon aangekomen')
  await expect(herman.agreement('Gewoon aangekomen')).toBeVisible()

  const attacks: readonly (readonly [string, string, Hand])[] = [
    ['[I7] drops an entry in the middle, for ever', 'Een in het midden', dropping(3)],
    ['[I7] drops one and numbers the others anew', 'En de rest opnieuw', renumbering(3)],
    ['[I7] exchanges two', 'Twee omgedraaid', exchanging(3)],
    ['[I7] exchanges two, under numbers in a row', 'Netjes omgedraaid', exchanging(3, 'in a row')],
    ['[I7] repeats one under a new number', 'Nog een keer gezegd', repeating(3)],
    ['[I3] changes a byte of one', 'Met een ander teken', changing(3)],
  ]
  for (const [what, words, hand] of attacks) {
    await test.step(what, async () => {
      relay.play(only(herman, hand))
      await edith.jot(words)
      await saysDoubt(herman)
      relay.behave()
      await expect(herman.agreement(words)).toBeVisible(soon)
      await readDoubt(herman)
    })
  }

  await test.step('[I3] [SR5] changes a byte of the snapshot', async () => {
    await expect.poll(() => relay.wires(edith)[0]?.snapshot === relay.wires(edith)[0]?.head, soon).toBe(true)
    relay.play(only(herman, changingSnapshot))
    await herman.page.reload()
    await saysDoubt(herman)
    await herman.seesNothingOf('Gewoon aangekomen')
    relay.behave()
    await expect(herman.agreement('Gewoon aangekomen')).toBeVisible({ timeout: 20_000 })
    for (const [, words] of attacks) await expect(herman.agreement(words)).toBeVisible()
  })

  await test.step('who was told the truth has every word too', async () => {
    for (const [, words] of attacks) await expect(board.page.getByText(words).first()).toBeVisible()
  })
})
