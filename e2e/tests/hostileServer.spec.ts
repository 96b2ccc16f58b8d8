import { expect } from '@playwright/test'
import { enterByCard, readDoorCard, typeAgreement } from '../fixtures/board.ts'
import { buildClosedDoor } from '../fixtures/closedDoor.ts'
import {
  changing,
  changingSnapshot,
  dropping,
  exchanging,
  only,
  readDoubt,
  recordingWelcome,
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
    await relay.serve(relay.copy(), [herman.seat])
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

  /*
   * A circle in two is seen by who is present. Where the relay keeps that back as well, each half sees the others go away, as
   * people do who put their phone down: no device can tell the one from the other, and nothing is said. Only eyes in
   * the room see that somebody writes whose words do not come. No word is lost by it.
   */
  await test.step('[DT2] parts the circle and passes nothing at all: nothing is said, and both halves have all of it afterwards', async () => {
    await readDoubt(herman)
    await relay.serve(relay.copy(), [herman.seat])
    await Promise.all([edith.jot('Stil hier'), herman.jot('Stil aan die andere kant van de deur')])
    await board.sees('Stil hier')
    await edith.seesNothingOf('Stil aan die andere kant van de deur')
    await herman.seesNothingOf('Stil hier')
    await saysNoDoubt(edith, herman)
    relay.behave()
    await expect(edith.agreement('Stil aan die andere kant van de deur')).toBeVisible(soon)
    await expect(herman.agreement('Stil hier')).toBeVisible()
    // Nine are more than one page of the board.
    await expect(board.page.getByRole('heading', { name: 'Het plan 9' })).toBeVisible()
  })
})

test('[I7] [I14] [DT1] [DT2] [DT5] @door a relay that goes back to an earlier room, and one that parts the circle in two', async ({
  world,
  relay,
}) => {
  const { conference, board, phones } = await buildClosedDoor(world, ['tante Edith', 'oom Herman'])
  const [edith, herman] = phones as [Person, Person]
  const wim = await world.person('Wim', 'phone')
  await wim.joinByLink(conference.link('Wim'))
  await edith.goToPlan()
  await edith.jot('Van voor de kopie')
  await expect(arrived(edith)).toBeVisible()
  const recording = recordingWelcome()
  relay.play(only(herman, recording.hand))
  await herman.page.reload()
  await herman.goToPlan()
  await expect(herman.agreement('Van voor de kopie')).toBeVisible()
  const copy = relay.copy()
  const seats = [board, edith, herman, wim].map(({ seat }) => seat)
  await edith.jot('Van na de kopie')
  for (const person of [board, herman]) await person.sees('Van na de kopie')
  await saysNoDoubt(board, ...phones)

  await test.step('[I7] who comes in by the card and is shown an older room says so', async () => {
    relay.play(only(wim, recording.replay))
    await edith.page.goto(`${world.server.url}/plek/${edith.seat}/deur`)
    await edith.press(edith.button('Laat iemand binnen'))
    await enterByCard(wim, await readDoorCard(edith))
    await wim.goToPlan()
    await saysDoubt(wim)
    await wim.seesNothingOf('Van na de kopie')
    relay.behave()
    for (const wire of relay.wires(wim)) wire.cut()
    await expect(wim.agreement('Van na de kopie')).toBeVisible()
    await readDoubt(wim)
  })

  await test.step('[I7] [I14] an earlier room for everybody: it is said, and its later words come back', async () => {
    await edith.page.goto(`${world.server.url}/plek/${edith.seat}/plan`)
    await expect(edith.agreement('Van na de kopie')).toBeVisible()
    const home = herman.page.url()
    await herman.page.goto('about:blank')
    await relay.serve(copy, seats)
    await saysDoubt(board)
    await saysDoubt(edith)
    await expect(edith.agreement('Van na de kopie')).toBeVisible()
    await expect(arrived(edith)).toBeVisible()
    await herman.page.goto(home)
    await expect(herman.agreement('Van na de kopie')).toBeVisible()
    await herman.jot('En daarna verder')
    await board.sees('En daarna verder')
  })

  await test.step('[DT1] a circle in two: as long as who is present passes, all of both halves say it', async () => {
    const halves = [
      [board, edith],
      [herman, wim],
    ] as const
    await wim.page.reload()
    await expect(wim.agreement('En daarna verder')).toBeVisible()
    for (const person of [board, edith]) await readDoubt(person)
    relay.play(withPresence(relay))
    await relay.serve(relay.copy(), [herman.seat, wim.seat])
    await Promise.all([edith.jot('Van deze helft'), wim.jot('Van die helft')])
    for (const person of halves[0]) await person.sees('Van deze helft')
    for (const person of halves[1]) await person.sees('Van die helft')
    for (const person of halves.flat()) await saysDoubt(person)
    for (const person of halves[0]) await person.seesNothingOf('Van die helft')
    for (const person of halves[1]) await person.seesNothingOf('Van deze helft')
    relay.behave()
    for (const person of halves[0]) await person.sees('Van die helft')
    for (const person of halves[1]) await person.sees('Van deze helft')
  })
})
