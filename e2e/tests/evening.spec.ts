import { expect } from '@playwright/test'
import { verifyPlanFile, type PlanFile } from '@kringplan/shared/plan/planFile'
import { boardCards, typeAgreement } from '../fixtures/board.ts'
import { choose } from '../fixtures/boardScreens.ts'
import { freezeByKeys, keptInBrowser } from '../fixtures/boardTable.ts'
import { buildClosedDoor } from '../fixtures/closedDoor.ts'
import { fetchLinked, readPdf, readStarts, savePlanFile, verifyInTerminal } from '../fixtures/copies.ts'
import {
  eveningLines as lines,
  finishAtBoard,
  meetAgain,
  neighbours,
  openCopy,
  openDoorAtBoard,
  putInCalendar,
  sayWhere,
  signAtBoard,
  thanks,
} from '../fixtures/evening.ts'
import { drawName, goToSigning, signBy, typeName } from '../fixtures/onTable.ts'
import type { Person } from '../fixtures/person.ts'
import { test } from '../fixtures/world.ts'

test("@main Johan's evening from the closed door to the copy", async ({ world }, info) => {
  test.setTimeout(300_000)
  let fatma: Person | undefined
  let sanne: Person | undefined
  const names = ['tante Edith', 'Wim', 'oom Herman', 'moeder']
  const { conference, board, phones } = await buildClosedDoor(world, names, async (made) => {
    fatma = await world.person('Fatma', 'desktop')
    await fatma.takeSeatsOf(made.coordinator)
    await fatma.page.goto(`${world.server.url}/c/${made.coordinatorSeat}`)
    sanne = await world.person('Sanne', 'phone')
    await sanne.joinByLink(made.link('Sanne'))
  })
  const [edith, wim, herman, mother] = phones as [Person, Person, Person, Person]
  if (fatma === undefined || sanne === undefined) throw new Error('who goes outside was never inside')
  const [coordinator, professional] = [fatma, sanne]
  const outside = [coordinator, professional]
  const keys = board.page.keyboard
  const card = (words: string) => boardCards(board).filter({ hasText: words })

  await test.step('behind the door: four lines, one of them for the calendar', async () => {
    for (const person of outside) await person.sees('De familie is nu samen.')
    for (const phone of phones) await phone.goToPlan()
    await Promise.all([
      typeAgreement(board, lines.board),
      edith.newAgreement(lines.calendar).then(() => putInCalendar(edith, lines.calendar.what)),
      wim.newAgreement(lines.professional),
      herman.newAgreement(lines.neighbours),
    ])
    for (const phone of phones) {
      await expect(phone.agreements()).toHaveCount(4)
      await phone.sees('Alles staat op het bord.')
    }
    await expect(board.page.getByText('Alles is bewaard.')).toBeVisible()
  })

  await test.step('the board opens the door, and everybody is in again', async () => {
    for (const person of outside) await person.seesNothingOf(lines.board.what)
    await openDoorAtBoard(board)
    await expect(boardCards(board)).toHaveCount(4)
    for (const phone of phones) {
      await phone.page.goto(`${world.server.url}/plek/${phone.seat}`)
      await expect(phone.heading('Wij lezen het plan.')).toBeVisible()
    }
    await coordinator.page.goto(`${world.server.url}/c/${conference.coordinatorSeat}/tafel`)
    await professional.page.goto(`${world.server.url}/i/${professional.seat}/tafel`)
    for (const person of outside) await person.sees(lines.neighbours.what)
  })

  await test.step('read aloud: the coordinator follows and asks, the professional answers', async () => {
    await keys.press('l')
    await expect(board.heading('Wie leest voor?')).toBeVisible()
    await keys.press('Enter')
    const first = (await board.page.getByRole('heading', { level: 1 }).innerText()).trim()
    const read = coordinator.page.locator('[data-reads][aria-current="true"]')
    await expect(read).toContainText(first)
    await expect(read).toContainText('Dit lezen zij nu')
    await coordinator.press(coordinator.button('Ik heb een vraag bij 1'))
    await expect(coordinator.button('Mijn vraag is beantwoord')).toBeVisible()
    await board.sees(/Fatma/)

    const own = professional.page.locator('[data-reads]').filter({ hasText: lines.professional.what })
    await professional.choose(own, 'radio', 'Dit kan zo niet, want…')
    await own.getByRole('textbox', { name: 'Waarom kan het zo niet?' }).fill('ik werk niet op maandag')
    await professional.press(own.getByRole('button', { name: 'Zeg dit tegen de kring' }))
    await professional.sees('Bewaard')
    await keys.press('Escape')
    await expect(card(first)).toContainText('vraag van Fatma')
    await expect(card(lines.professional.what)).toContainText('Sanne: dit kan zo niet')
  })

  await test.step('the circle changes the line, says when it meets again, and who watches', async () => {
    await sayWhere(edith, lines.professional.what, 'op het kantoor van Sanne')
    await expect(card(lines.professional.what)).toContainText('Sanne: daarna veranderd')
    await expect(card(lines.board.what)).not.toContainText('net veranderd')
    await coordinator.sees('op het kantoor van Sanne')
    await coordinator.press(coordinator.button('Mijn vraag is beantwoord'))
    await expect(boardCards(board).filter({ hasText: 'vraag van Fatma' })).toHaveCount(0)
    await meetAgain(wim, 'in het voorjaar', 'buurthuis De Schakel', 'oom Herman')
  })

  await test.step('frozen and signed by one; another says no, and the plan goes back to the table', async () => {
    await freezeByKeys(board)
    await board.sees('Versie 1')
    await goToSigning(edith)
    await signBy(edith, () => typeName(edith))
    await expect(board.button('Tante Edith heeft getekend')).toBeVisible()
    await goToSigning(herman)
    await herman.press(herman.link('Nee, ik wil eerst iets zeggen'))
    await herman.sees('Je hoeft niet te tekenen.')
    await keys.press('t')
    await board.sees('Daarna tekent iedereen de nieuwe versie opnieuw.')
    await keys.press('Enter')
    await expect(board.button(/^Lees voor/)).toBeVisible()
    await herman.page.goto(`${world.server.url}/plek/${herman.seat}`)
    await sayWhere(herman, lines.neighbours.what, 'op het Wilgenplein')
    await expect(card(lines.neighbours.what)).toContainText('op het Wilgenplein')
    await freezeByKeys(board)
    await board.sees('Versie 2')
  })

  await test.step('version 2 says what changed; drawn, typed, by picture, on the board, borrowed, on paper', async () => {
    for (const phone of phones) {
      await phone.page.goto(`${world.server.url}/plek/${phone.seat}`)
      await goToSigning(phone)
    }
    const changes = edith.page.locator('section').filter({ hasText: 'Dit is anders dan in versie 1' })
    await expect(changes).toContainText('op het Wilgenplein')
    await expect(changes).not.toContainText(lines.calendar.what)
    await signBy(edith, () => drawName(edith))
    await signBy(wim, () => typeName(wim))
    await signBy(mother, () => typeName(mother))
    await signBy(herman, () => herman.press(herman.button('Zet je plaatje')))
    for (const phone of phones) await expect(phone.heading(thanks)).toBeVisible()
    await signAtBoard(board, 'Vader', 'Vader')

    await wim.joinByLink(conference.link('oma'))
    await goToSigning(wim)
    await wim.sees('Dit is de telefoon van Wim.')
    await signBy(wim, async () => {
      await wim.press(wim.button('Typ je naam'))
      await wim.page.getByRole('textbox', { name: 'Typ je naam' }).fill('Oma')
    })
    await wim.press(wim.button('Terug naar Wim'))
    await expect(wim.heading(thanks)).toBeVisible()

    await keys.press('o')
    await choose(board, 'opa')
    await expect(board.page.getByRole('checkbox', { name: 'opa' })).toBeChecked()
    await keys.press('Escape')
    await expect(board.button('Opa heeft getekend')).toBeVisible()
  })

  await test.step('ready: the professional gets the own part and no more', async () => {
    await finishAtBoard(board)
    await choose(board, 'Alleen het eigen deel')
    await professional.page.goto(`${world.server.url}/i/${professional.seat}`)
    await professional.press(professional.link('Jouw deel van het plan'))
    await professional.sees(lines.professional.what)
    await professional.seesNothingOf(lines.neighbours.what)
  })

  let file: PlanFile | undefined
  await test.step('the plan file verifies by itself and in a terminal; one letter changed does not', async () => {
    await openCopy(edith)
    file = await savePlanFile(edith)
    const { good, faults, plan } = verifyPlanFile(file)
    expect([good, faults, plan?.version]).toEqual([true, [], 2])
    expect(
      file.signatures.map(({ person, device, mark }) => `${person.name} ${device} ${mark.way}`).toSorted(),
    ).toEqual([
      'Wim own typed',
      'moeder own typed',
      'oma borrowed typed',
      'oom Herman own picture',
      'opa paper paper',
      'tante Edith own drawn',
      'vader board typed',
    ])
    const withSanne = plan?.agreements.find(({ what }) => what === lines.professional.what)
    expect(withSanne?.who.map((one) => ('id' in one ? one.name : 'no person'))).toContain('Sanne')
    const told = await verifyInTerminal(file, info.outputPath('plan.json'))
    expect(told.code, told.said).toBe(0)
    const changed = { ...file, text: file.text.replace('zwemmen', 'zwemmem') }
    expect(changed.text).not.toBe(file.text)
    expect((await verifyInTerminal(changed, info.outputPath('changed.json'))).code).toBe(1)
  })

  await test.step('the PDF has every name in letters that its own fonts have', async () => {
    const { text, fonts } = await readPdf(await fetchLinked(edith, edith.link('Print het plan')))
    for (const name of neighbours) expect(text).toContain(name)
    for (const letter of 'ŞüŁó') expect(text).toContain(letter)
    expect(text).toContain('op het Wilgenplein')
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts.filter((font) => /libertinus/i.test(font))).toEqual([])
  })

  await test.step('the calendar of who swims says 15.30 in Amsterdam, in summer and in winter', async () => {
    await openCopy(wim)
    const ics = (await fetchLinked(wim, wim.link('Zet in mijn agenda'))).toString('utf8')
    const starts = readStarts(ics, 'zwemmen', '2028-04-07')
    expect(starts[0]).toMatchObject({ clock: '2027-07-02T15:30:00', zone: 'Europe/Amsterdam' })
    for (const [day, hour] of [
      ['2027-10-29', '13'],
      ['2027-11-05', '14'],
      ['2028-03-24', '14'],
      ['2028-03-31', '13'],
    ]) {
      expect(starts).toContainEqual({
        clock: `${day}T15:30:00`,
        zone: 'Europe/Amsterdam',
        utc: `${day}T${hour}:30:00.000Z`,
      })
    }
  })

  await test.step('the copy is read on the phone without network, after a reload', async () => {
    wim.network.cut()
    await wim.page.reload()
    for (const { what } of Object.values(lines)) await wim.sees(what)
    await wim.sees('Even geen internet. Jouw kopie kun je gewoon lezen.')
  })

  await test.step('the board is wiped: nothing is kept, and back and reload show nothing', async () => {
    const boardSeat = board.seat
    expect(await keptInBrowser(board)).not.toEqual([])
    // The page after the wiping keeps the code of a new board: here another stands in its place, which keeps nothing.
    const empty = '<!doctype html><title>leeg</title><h1>Hier stond het bord</h1>'
    await board.page.route('**/bord', (route) => route.fulfill({ contentType: 'text/html', body: empty }))
    await board.press(board.button('Wis dit bord'))
    await board.press(board.button('Wis dit bord'))
    await expect(board.heading('Hier stond het bord')).toBeVisible()
    expect(await keptInBrowser(board)).toEqual([])
    await board.page.unroute('**/bord')
    await board.page.reload()
    await expect(board.heading('Typ dit op je telefoon')).toBeVisible()
    // Of the whole evening there is nothing behind this page.
    await board.page.goBack()
    await expect(board.page).toHaveURL('about:blank')
    for (const look of [
      () => board.page.goto(`${world.server.url}/bord/${boardSeat}`),
      () => board.page.reload(),
    ]) {
      await look()
      await expect(board.heading('Typ dit op je telefoon')).toBeVisible()
      await board.seesNothingOf('Ons plan is klaar.')
      for (const { what } of Object.values(lines)) await board.seesNothingOf(what)
      expect(await board.page.evaluate(() => JSON.stringify(localStorage))).not.toContain(boardSeat)
    }
  })
})
