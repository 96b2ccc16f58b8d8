import { randomBytes } from 'node:crypto'
import { expect } from '@playwright/test'
import type { ServerFrame } from '@kringplan/shared/sealed/relayFrames'
import { loadAppSource } from '../fixtures/appSource.ts'
import { boardCards, readDoorCard } from '../fixtures/board.ts'
import { buildClosedDoor } from '../fixtures/closedDoor.ts'
import { only, readDoubt, recordingWelcome, saysDoubt, saysNoDoubt } from '../fixtures/hostileHands.ts'
import { between, relaysAdmission } from '../fixtures/hostileInside.ts'
import { test, type Hand, type HostileRelay, type Wire } from '../fixtures/hostileRelay.ts'
import { arrived } from '../fixtures/openedDoor.ts'
import type { Person } from '../fixtures/person.ts'
import { pageTexts, readQr } from '../fixtures/qr.ts'

const WORDS = 'Samen eten op zondag'
const random = (n: number) => new Uint8Array(randomBytes(n))

/** The four words on a screen. */
const fourWords = (person: Person) =>
  person.page
    .getByRole('listitem')
    .filter({ hasText: /^[a-z]+$/ })
    .allInnerTexts()

/** The room that a device asks for. */
const roomOf = (card: string) => new URL(card).pathname.split('/').at(-1) ?? ''

test('[I9] [WD2] [WD3] [WD6] [AD3] [AD4] [SR2] @door a relay that answers knocks itself, and gives who is outside what is stored', async ({
  world,
  relay,
}) => {
  const source = await loadAppSource()
  const { conference, board, phones, card } = await buildClosedDoor(world, ['tante Edith'])
  const [edith] = phones as [Person]
  const herman = await world.person('oom Herman', 'phone')
  await herman.joinByLink(conference.link('oom Herman'))
  const homes = [edith, herman].map((phone) => [phone, `${world.server.url}/plek/${phone.seat}`] as const)
  const kept = recordingWelcome()
  await edith.goToPlan()
  await edith.jot(WORDS)
  await expect(arrived(edith)).toBeVisible()
  relay.play(only(edith, kept.hand))
  await edith.page.reload()
  await expect(edith.agreement(WORDS)).toBeVisible()
  const admits = relay.told.flatMap((frame) => (frame.type === 'admit' ? [frame.bytes] : []))

  await test.step('[SR2] [I5] who stands at the door is given all that is stored, and shows nothing', async () => {
    relay.play({
      up: (frame, wire) => {
        if (frame.type === 'knock') for (const one of kept.frames) wire.tell(one)
        return [frame]
      },
    })
    await herman.press(herman.link('Vraag of je binnen mag'))
    await board.sees('Oom Herman staat voor de deur.')
    await expect(herman.heading('Je staat voor de deur.')).toBeVisible()
    expect(await pageTexts(herman.page)).not.toContain(WORDS)
    expect(kept.frames.length).toBeGreaterThan(0)
  })

  await test.step('[WD2] [WD3] [WD6] it plays the inside to him and him to the inside: other words, and nobody comes in', async () => {
    const middle = between(source, roomOf(card), herman)
    await board.press(board.button('Nu niet'))
    relay.play(middle.hand)
    await herman.page.reload()
    await board.sees('Oom Herman staat voor de deur.')
    await edith.press(edith.button('Praat met oom Herman'))
    await expect(edith.heading('Hoor je oom Herman deze woorden lezen?')).toBeVisible()
    await expect(herman.heading('Lees deze woorden hardop.')).toBeVisible()
    const read = await fourWords(herman)
    const hear = await edith.page.getByRole('dialog').getByRole('listitem').allInnerTexts()
    // Of what was committed to, and not of what the relay would rather have said.
    expect(read).toEqual(middle.atDoor())
    expect(hear).toEqual(middle.inside())
    expect(read).not.toEqual(hear)
    await edith.press(edith.button('Nee, andere woorden'))
    await herman.press(herman.button('Nee, andere woorden'))
    await herman.sees('Dan klopt er iets niet.')
    await herman.page.reload()
    await expect(herman.heading('Je staat voor de deur.')).toBeVisible()
    expect(await pageTexts(herman.page)).not.toContain(WORDS)
  })

  await test.step('[I9] [AD3] it answers the knock by a card with keys of its own: the one of the circle counts', async () => {
    await edith.page.goto(`${world.server.url}/plek/${edith.seat}/deur`)
    await edith.press(edith.button('Laat iemand binnen'))
    const url = await readDoorCard(edith)
    const { card: own } = source.makeDoorCard('door', 1, random)
    const { bytes } = await source.answerBoard(roomOf(card), own, relaysAdmission(source))
    const answers = [random(100), bytes, ...admits]
    const told = answering(relay, answers)
    await herman.page.goto(url)
    await herman.press(herman.button('Ik kom binnen'))
    await herman.goToPlan()
    await expect(herman.agreement(WORDS)).toBeVisible()
    expect(told()).toBeGreaterThanOrEqual(answers.length)
  })

  await test.step('[AD4] [I9] it answers a board that has forgotten: only the phone that scanned its card lets it in', async () => {
    const { card: own } = source.makeDoorCard('board', 1, random)
    const { bytes } = await source.answerBoard(roomOf(card), own, relaysAdmission(source))
    const answers = [random(100), bytes, ...admits]
    const told = answering(relay, answers)
    await board.page.reload()
    await expect.poll(told).toBeGreaterThanOrEqual(answers.length)
    await expect(board.heading('Dit bord is het plan vergeten.')).toBeVisible()
    await herman.page.goto(
      await readQr(board.page.getByRole('img', { name: 'Code om het bord binnen te laten' })),
    )
    await herman.press(herman.button('Ja, dit is ons bord'))
    await expect(boardCards(board)).toHaveCount(1)
    await board.sees(WORDS)
  })

  relay.behave()
  for (const [phone, home] of homes) {
    await phone.page.goto(`${home}/plan`)
    await expect(phone.agreement(WORDS)).toBeVisible()
  }
  const tellEdith = (frame: ServerFrame) => {
    for (const wire of relay.wires(edith)) if (wire.isInside) wire.tell(frame)
  }
  const saidUnder = async (writer: Person, words: string, ...readers: readonly Person[]) => {
    await writer.jot(words)
    for (const reader of readers) await expect(reader.page.getByText(words).first()).toBeVisible()
  }

  await test.step('[I9] [GO4] [DT5] it makes a next key itself: nobody takes it, it is said, and nobody has to go', async () => {
    const pair = source.makeKeyPair(random)
    const known = { room: roomOf(card), epoch: 2, key: random(32) }
    const wraps = await source.makeWraps(pair, [random(32)], known, known)
    await saysNoDoubt(edith)
    tellEdith({ type: 'epoch', epoch: 2, wraps })
    await saysDoubt(edith)
    await saidUnder(herman, 'Na de valse sleutel', edith, board)
    await readDoubt(edith)
  })

  await test.step('[I8] [GO4] a device that was taken out is kept on by the relay and given all: it shows no word more', async () => {
    // The server only says that the seat has ended.
    await board.context.route('**/door/out', (route) => route.fulfill({ json: {} }))
    const overheard = overhearing(edith, herman)
    relay.play(overheard.hand)
    await edith.page.goto(`${world.server.url}/plek/${edith.seat}/deur`)
    await edith.press(edith.button('Haal eruit: de telefoon van oom Herman'))
    await edith.press(edith.button('Vraag het de anderen'))
    await board.press(board.button('Ja, haal eruit'))
    await expect.poll(() => relay.told.some(({ type }) => type === 'epoch')).toBe(true)
    await edith.goToPlan()
    await saidUnder(edith, 'Zonder oom Herman', board)
    await expect.poll(overheard.count).toBeGreaterThan(5)
    await herman.seesNothingOf('Zonder oom Herman')
    await edith.page.reload()
    await expect(edith.agreement('Zonder oom Herman')).toBeVisible()
    await herman.page.reload()
    await expect.poll(overheard.answered).toBeGreaterThan(0)
    await herman.seesNothingOf('Zonder oom Herman')
  })

  await test.step('[GO4] it says the last next key again, also as a later one: nobody takes it for that', async () => {
    const last = relay.told.findLast((frame) => frame.type === 'epoch')
    if (last?.type !== 'epoch') throw new Error('there was a next key')
    relay.behave()
    tellEdith(last)
    tellEdith({ ...last, epoch: last.epoch + 1 })
    await saysDoubt(edith)
    await saidUnder(edith, 'En wij gaan verder', board)
    await expect(arrived(edith)).toBeVisible()
  })
})

/** Tells one device all that another is told, and hides from it that there is another key; it answers it with what the other got. */
function overhearing(of: Person, to: Person): { hand: Hand; count: () => number; answered: () => number } {
  let welcome: ServerFrame[] = []
  let [count, answered] = [0, 0]
  const ears = new Set<Wire>()
  return {
    count: () => count,
    answered: () => answered,
    hand: {
      down: (frame, wire) => {
        if (wire.seat === to.seat) {
          ears.add(wire)
          if (frame.type !== 'epoch') return [frame]
          answered += welcome.length
          return welcome
        }
        if (wire.seat !== of.seat) return [frame]
        if (frame.type === 'welcome') welcome = [frame]
        if (frame.type === 'entry' || frame.type === 'ack') {
          for (const ear of ears) ear.tell(frame)
          count += ears.size
        }
        return [frame]
      },
    },
  }
}

/** Gives these answers to every knock, before it passes it on. Says how many it gave. */
function answering(relay: HostileRelay, answers: readonly Uint8Array[]): () => number {
  let told = 0
  const answer = (wire: Wire, knockId: Uint8Array) => {
    for (const bytes of answers) wire.tell({ type: 'admit', knockId, bytes })
    told += answers.length
  }
  relay.play({
    up: (frame, wire) => {
      if (frame.type === 'knock') answer(wire, frame.knockId)
      return [frame]
    },
  })
  return () => told
}
