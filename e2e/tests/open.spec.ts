import { expect } from '@playwright/test'
import { boardCards, pairBoard, typeAgreement } from '../fixtures/board.ts'
import { rawStep1, rawStep2, rawUpdate } from '../fixtures/rawPlan.ts'
import { wilgenplein } from '../fixtures/wilgenplein.ts'
import { test } from '../fixtures/world.ts'

test('[PO5] @open everybody together: the professional takes part, the coordinator reads along', async ({
  world,
}) => {
  const conference = await world.conference(wilgenplein)
  const coordinator = await world.person(wilgenplein.coordinator, 'desktop')
  const professional = await world.person(wilgenplein.professional, 'phone')
  const ria = await world.person('Ria', 'phone')
  const omar = await world.person('Omar', 'phone')
  const board = await world.person('bord', 'board')

  await coordinator.takeSeatsOf(conference.coordinator)
  await coordinator.page.goto(`${world.server.url}/c/${conference.coordinatorSeat}`)
  await Promise.all([
    ria.joinByLink(conference.link('Ria')),
    omar.joinByLink(conference.link('Omar')),
    professional.joinByLink(conference.link(wilgenplein.professional)),
  ])
  await coordinator.sees('Ria')
  await pairBoard(board, ria)

  await coordinator.press(coordinator.button('Begin de bijeenkomst'))
  await coordinator.press(coordinator.button('Begin met het plan'))
  await Promise.all([ria, omar, professional].map((person) => person.goToPlan()))
  await coordinator.press(coordinator.link('Lees mee met het plan'))

  await ria.newAgreement({
    what: 'Samen het plein opruimen',
    who: ['Ria', 'Omar', 'Bilal', 'Joey'],
    where: 'Wilgenplein',
    when: 'elke eerste zaterdag van de maand',
    fallback: 'Dan belt Ria Omar',
    fallbackWho: ['Ria', 'Omar'],
  })
  await professional.newAgreement({
    what: 'Ik loop elke twee weken een rondje over het plein',
    who: [wilgenplein.professional],
    where: 'Wilgenplein',
    when: 'om de 2 weken',
    fallback: 'Een collega neemt het over',
  })
  await expect(boardCards(board)).toHaveCount(2)
  await typeAgreement(board, { what: 'Een pleinfeest met eten van iedereen', who: ['Samira', 'iedereen'] })
  await board.page.reload()
  await expect(boardCards(board)).toHaveCount(3)
  for (const person of [ria, omar, professional, coordinator]) {
    await expect(person.agreements()).toHaveCount(3)
    await person.sees('Samen het plein opruimen')
    await person.sees('Ik loop elke twee weken een rondje over het plein')
  }
  await expect(ria.page.getByRole('status').filter({ hasText: 'Alles staat op het bord.' })).toBeVisible()

  await test.step('the coordinator sees and has nothing to write with', async () => {
    await coordinator.sees('Jij leest mee. De kring schrijft.')
    await expect(coordinator.button('Afspraak')).toHaveCount(0)
    await coordinator.openAgreement('Samen het plein opruimen')
    await expect(coordinator.page.getByRole('textbox')).toHaveCount(0)
    await expect(coordinator.button('Haal deze afspraak weg')).toHaveCount(0)
    await coordinator.press(coordinator.link('Het plan'))
  })

  await test.step('[OD2] the same frames that a professional may send are refused from the coordinator', async () => {
    const raw = await coordinator.raw()
    for (const bytes of [rawUpdate('Dit schreef de coördinator'), rawStep2('Dit schreef de coördinator')]) {
      const socket = raw.plan(coordinator.seat)
      socket.send(rawStep1)
      await socket.until('the plan', (frame) => frame.includes('Samen het plein opruimen'))
      socket.send(bytes)
      await socket.settled()
      socket.close()
    }
    const allowed = (await professional.raw()).plan(professional.seat)
    allowed.send(rawUpdate('Dit schreef de professional'))
    for (const person of [ria, omar, professional, coordinator]) {
      await expect(person.agreement('Dit schreef de professional')).toBeVisible()
      await expect(person.agreement('Dit schreef de coördinator')).toHaveCount(0)
    }
    allowed.close()
    await omar.page.reload()
    await expect(omar.agreement('Dit schreef de professional')).toBeVisible()
    await expect(omar.agreement('Dit schreef de coördinator')).toHaveCount(0)
  })
})
