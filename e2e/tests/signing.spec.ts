import { expect } from '@playwright/test'
import { verifyPlanFile } from '@kringplan/shared/plan/planFile'
import { drawName, goToSigning, moveOn, planOnTable, signBy, typeName } from '../fixtures/onTable.ts'
import type { Person } from '../fixtures/person.ts'
import { test } from '../fixtures/world.ts'

const thanks = 'Dank je wel. Jouw handtekening staat in het plan.'

async function copyOf(phone: Person) {
  const raw = await phone.raw()
  return (await raw.call('copy', { seat: phone.seat }, {})).value()
}

test('[SG20] three ways of signing on phones; looking at it first, taking it back, the copy', async ({
  world,
}) => {
  const { conference, phones } = await planOnTable(world, ['Ria', 'Omar', 'Samira'])
  const [ria, omar, samira] = phones as [Person, Person, Person]
  await moveOn(conference, 'freeze')
  for (const phone of phones) await goToSigning(phone)

  await test.step('what I do stands first, also where I only talk', async () => {
    await ria.sees('Dit doe jij, Ria')
    await ria.sees('Samen het plein opruimen')
    await samira.sees('Dan praten samen:')
    await ria.sees(/De code van dit plan is [A-Z]{2}\s\d\d\s[A-Z]{2}\s\d\d\./)
  })

  await test.step('[SG20] nothing is ticked or signed beforehand, and a press says what is missing', async () => {
    await ria.press(ria.button('Zet mijn handtekening'))
    await ria.sees('Ben je het ermee eens? Zet dan eerst het vinkje.')
    await ria.sees('Teken, typ je naam, of zet je plaatje.')
    await expect(ria.page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('[SG21] drawn, typed and by picture, each looked at first', async () => {
    await drawName(ria)
    await ria.press(ria.button('Wis'))
    await signBy(ria, () => drawName(ria))
    await expect(ria.heading(thanks)).toBeVisible()
    await ria.sees(/Versie 1, .*, getekend\./)
    await omar.press(omar.page.getByRole('checkbox', { name: 'Ja, ik ben het ermee eens' }))
    await typeName(omar)
    await omar.press(omar.button('Zet mijn handtekening'))
    await omar.press(omar.sheet('Klopt dit?').getByRole('button', { name: 'Terug' }))
    await expect(omar.page.getByRole('textbox', { name: 'Typ je naam' })).toHaveValue('Omar')
    await omar.press(omar.button('Zet mijn handtekening'))
    await omar.press(omar.button('Ja, dit klopt'))
    await expect(omar.heading(thanks)).toBeVisible()
    await signBy(samira, () => samira.press(samira.button('Zet je plaatje')))
    await samira.sees(/Versie 1, .*, met een plaatje\./)
  })

  await test.step('[SG22] nobody is told who signed', async () => {
    await samira.page.goto(`${world.server.url}/plek/${samira.seat}`)
    await expect(samira.heading(thanks)).toBeVisible()
    const view = await samira.readView()
    expect(view.kind === 'open' && view.plan?.signed).toBeNull()
  })

  await test.step('[SG13] taken back after one question, and signed again', async () => {
    await omar.press(omar.button('Neem mijn handtekening terug'))
    await omar.press(omar.button('Ja, neem terug'))
    await expect(omar.heading('Ben jij het eens met dit plan?')).toBeVisible()
    expect((await copyOf(omar)).signatures).toEqual([])
    await goToSigning(omar)
    await signBy(omar, () => typeName(omar))
    await expect(omar.heading(thanks)).toBeVisible()
  })

  await test.step('[SG27] when the plan is ready everybody has the whole copy, kept on the phone', async () => {
    await moveOn(conference, 'finish')
    await samira.press(samira.link('Mijn kopie'))
    await samira.sees('Dit is jouw kopie van het plan.')
    const file = await copyOf(samira)
    expect(verifyPlanFile(file).faults).toEqual([])
    expect(file.signatures.map(({ person, mark }) => `${person.name} ${mark.way}`).toSorted()).toEqual([
      'Omar typed',
      'Ria drawn',
      'Samira picture',
    ])
    await ria.page.goto(`${world.server.url}/plek/${ria.seat}`)
    await expect(ria.heading('Ons plan is klaar.')).toBeVisible()
    await ria.press(ria.link('Mijn kopie'))
    await ria.sees('Jouw kopie staat op dit apparaat. Lezen kan ook zonder internet.')
    ria.network.cut()
    await ria.page.reload()
    await ria.sees('Samen het plein opruimen')
  })
})

test('[SG24] a second version says first what changed, in old and new words, and is signed anew', async ({
  world,
}) => {
  const { conference, phones } = await planOnTable(world, ['Ria', 'Omar'])
  const [ria, omar] = phones as [Person, Person]
  await moveOn(conference, 'freeze')
  await goToSigning(ria)
  await signBy(ria, () => typeName(ria))
  await expect(ria.heading(thanks)).toBeVisible()
  await moveOn(conference, 'table')
  await expect(omar.heading('Wij lezen het plan.')).toBeVisible()
  await omar.goToPlan()
  await omar.openAgreement('Een bank bij de speeltuin')
  await omar.press(omar.button(/^Waar/))
  await omar.press(omar.button('Typ het'))
  await omar.page.keyboard.type('naast de glijbaan')
  await omar.press(omar.button('Sluit'))
  await omar.press(omar.link('Het plan'))
  await expect(omar.page.getByText('Alles staat op het bord.')).toBeVisible()
  await moveOn(conference, 'freeze')
  await ria.page.goto(`${world.server.url}/plek/${ria.seat}`)
  await goToSigning(ria)
  const changes = ria.page.locator('section').filter({ hasText: 'Dit is anders dan in versie 1' })
  await expect(changes).toContainText('Afspraak 2 is veranderd')
  await expect(changes).toContainText('niets')
  await expect(changes).toContainText('naast de glijbaan')
  await expect(changes).toContainText('Iedereen tekent opnieuw.')
  await expect(changes).not.toContainText('Samen het plein opruimen')
  await signBy(ria, () => typeName(ria))
  await ria.sees(/Versie 2, .*, getypt\./)
})

test('[SG23] a phone that shows something else than the version cannot sign it', async ({ world }) => {
  const { conference, phones } = await planOnTable(world, ['Ria', 'Omar'])
  const [ria, omar] = phones as [Person, Person]
  await moveOn(conference, 'freeze')
  const view = await ria.readView()
  const hash = (view.kind === 'open' && view.plan?.version?.hash) || ''
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  // As if the server had fixed other words than it showed: one letter gives quite another hash.
  const other = hash.startsWith('0') ? hash.replace(/^0/, '1') : hash.replace(/^./, '0')
  await ria.page.routeWebSocket(/\/live$/, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((message) => socket.send(String(message).replaceAll(hash, other)))
  })
  await ria.page.goto(`${world.server.url}/plek/${ria.seat}/eens`)
  await ria.sees('Jouw telefoon laat iets anders zien dan het plan op tafel.')
  await expect(ria.page.getByRole('checkbox')).toHaveCount(0)
  await expect(ria.button('Zet mijn handtekening')).toHaveCount(0)
  // The other phone, which was told the truth, can.
  await goToSigning(omar)
  await expect(omar.button('Zet mijn handtekening')).toBeVisible()
})

test('[SG25] a borrowed phone: signed, given back, and nothing of the guest is left', async ({ world }) => {
  const { conference, phones } = await planOnTable(world, ['Omar'])
  const [omar] = phones as [Person]
  const home = omar.page.url()
  await moveOn(conference, 'freeze')
  await omar.joinByLink(conference.link('Tess'))
  const guest = omar.seat
  await goToSigning(omar)
  await omar.sees('Dit is de telefoon van Omar.')
  await signBy(omar, async () => {
    await omar.press(omar.button('Typ je naam'))
    await omar.page.getByRole('textbox', { name: 'Typ je naam' }).fill('Tess')
  })
  await expect(omar.heading('Klaar. Geef de telefoon terug.')).toBeVisible()
  const raw = await omar.raw()
  const file = (await raw.call('copy', { seat: guest }, {})).value()
  expect(file.signatures.map(({ person, device }) => [person.name, device])).toEqual([['Tess', 'borrowed']])
  await omar.press(omar.button('Terug naar Omar'))
  await expect(omar.page).toHaveURL(home)
  await expect(omar.heading('Ben jij het eens met dit plan?')).toBeVisible()
  const left = await omar.page.evaluate(async (seat) => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
    const found: string[] = []
    for (const name of names) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error(name))
      })
      for (const store of db.objectStoreNames) {
        const all = await new Promise<unknown>((resolve) => {
          const request = db.transaction(store).objectStore(store).getAll()
          request.onsuccess = () => resolve(request.result)
        })
        if (JSON.stringify(all).includes(seat)) found.push(`${name} ${store}`)
      }
      db.close()
    }
    return { found, list: JSON.stringify({ ...localStorage }) }
  }, guest)
  expect(left.found).toEqual([])
  expect(left.list).not.toContain(guest)
  expect(left.list).toContain(omar.seat)
  expect([...(await omar.raw()).cookies.keys()].join()).not.toContain(guest)
  await test.step('on the own phone it is an own signature', async () => {
    await goToSigning(omar)
    await omar.seesNothingOf('Dit is de telefoon van Omar.')
    await signBy(omar, () => typeName(omar))
    await expect(omar.heading(thanks)).toBeVisible()
  })
})

test('[SG22] "no" is a page that sends nothing; paper is ticked by a member; leaving wipes', async ({
  world,
}) => {
  const { conference, phones } = await planOnTable(world, ['Ria', 'Omar'])
  const [ria, omar] = phones as [Person, Person]
  await moveOn(conference, 'freeze')
  await goToSigning(omar)
  const posts = () =>
    omar.network
      .sent()
      .toString('latin1')
      .match(/^(POST|PUT|DELETE) /gm)?.length ?? 0
  const before = posts()
  await omar.press(omar.link('Nee, ik wil eerst iets zeggen'))
  await omar.sees('Je hoeft niet te tekenen.')
  await omar.press(omar.link('Terug naar het plan'))
  await expect(omar.heading('Ben jij het eens met dit plan?')).toBeVisible()
  expect(posts()).toBe(before)

  await test.step('[SG26] ink, ticked by somebody else of the circle', async () => {
    await ria.press(ria.link('Iemand tekende op papier'))
    await ria.press(ria.button('Samira'))
    await ria.press(ria.button('Ja, die staat er'))
    await ria.sees('De handtekening van Samira staat in het plan.')
    await ria.press(ria.link('Terug'))
    await moveOn(conference, 'finish')
    await expect(ria.heading('Ons plan is klaar.')).toBeVisible()
    expect((await copyOf(ria)).signatures.map(({ person, device }) => [person.name, device])).toEqual([
      ['Samira', 'paper'],
    ])
  })

  await test.step('[SG15] who did not sign can do it at home', async () => {
    await omar.page.goto(`${world.server.url}/plek/${omar.seat}`)
    await omar.press(omar.link('Ik wil nog tekenen'))
    await omar.press(omar.link('Lees het hele plan'))
    await omar.sees('Een bank bij de speeltuin')
    await omar.page.goBack()
    await signBy(omar, () => typeName(omar))
    await expect(omar.heading(thanks)).toBeVisible()
    await expect(omar.button('Neem mijn handtekening terug')).toHaveCount(0)
  })

  await test.step('[SG28] leaving with everything of mine', async () => {
    const seat = omar.seat
    await omar.page.goto(`${world.server.url}/plek/${seat}/van-mij`)
    await omar.press(omar.button('Ga weg en wis alles van mij'))
    await omar.press(omar.button('Ja, wis alles'))
    await expect(omar.page).toHaveURL(`${world.server.url}/`)
    const left = await omar.page.evaluate(async () => ({
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      local: localStorage.length,
    }))
    expect(left).toEqual({ databases: 0, caches: 0, workers: 0, local: 0 })
    await omar.page.goto(`${world.server.url}/plek/${seat}`)
    await omar.sees('Deze plek hoort niet bij dit apparaat.')
    expect((await copyOf(ria)).signatures).toHaveLength(2)
  })
})
