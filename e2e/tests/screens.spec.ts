import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect } from '@playwright/test'
import { PNG } from 'pngjs'
import type { Person } from '../fixtures/person.ts'
import { drawPdf } from '../fixtures/drawPdf.ts'
import { screenFaults } from '../fixtures/screenFaults.ts'
import { takeTour, tours } from '../fixtures/tour.ts'
import { test } from '../fixtures/world.ts'

const results = resolve(import.meta.dirname, '../results/screens')
/** The team's pictures, where this machine has them. */
const pictures = resolve(import.meta.dirname, '../../../shared/design/shots')

/** One screen: its picture, and how it looks otherwise. */
interface Shot {
  readonly name: string
  readonly files: readonly string[]
  readonly drawing: string | undefined
}

const parts = Object.keys(tours) as readonly (keyof typeof tours)[]

for (const part of parts) {
  test(`@screens every screen ${part}: a picture beside its drawing; no fault that axe can find, nothing too small, and nothing wider than 320 pixels`, async ({
    world,
  }) => {
    test.setTimeout(360_000)
    mkdirSync(results, { recursive: true })
    const shots: Shot[] = []
    const faults: string[] = []
    let screens = 0
    await takeTour(part, world, {
      visit: async ({ name, person, picture }) => {
        screens += 1
        const files = await shoot(person, name)
        shots.push({ name, files, drawing: takePicture(picture) })
        for (const fault of await screenFaults(person)) faults.push(`${name}: ${fault}`)
      },
      print: ({ name, pdf, picture }) => {
        const files = drawPdf(pdf, results, `papier-${name}`)
        shots.push({ name: `papier-${name}`, files, drawing: takePicture(picture) })
      },
      options: { reducedMotion: 'reduce' },
    })
    writeFileSync(join(results, `${part.replaceAll(' ', '-')}.html`), pageOf(part, shots))
    expect(screens).toBeGreaterThan(20)
    expect(faults).toEqual([])
  })
}

/** With this, a phone's screens are also drawn at 320 pixels, and dark from right to left: for who looks at them all. */
const isEveryLook = process.env['KRINGPLAN_E2E_LOOKS'] !== undefined

/** A screen as it is, and how else it may look. */
async function shoot({ device, page }: Person, name: string): Promise<readonly string[]> {
  const files: string[] = []
  const take = async (file: string) => {
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(results, file), animations: 'disabled' })
    files.push(file)
  }
  await take(`${name}.png`)
  const size = page.viewportSize()
  if (!isEveryLook || device === 'board' || size === null) return files
  await page.setViewportSize({ width: 320, height: 640 })
  await take(`${name}.smal.png`)
  await page.setViewportSize(size)
  const { dir } = await page.evaluate(() => ({ dir: document.documentElement.dir }))
  await page.evaluate(() => (document.documentElement.dir = 'rtl'))
  await page.emulateMedia({ colorScheme: 'dark' })
  await take(`${name}.donker.png`)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.evaluate((was) => (document.documentElement.dir = was), dir)
  return files
}

/** Puts the drawing beside our screens; undefined when there is none. */
function takePicture(name: string | undefined): string | undefined {
  const from = join(pictures, `${name ?? ''}.png`)
  if (name === undefined || !existsSync(from)) return undefined
  const file = `tekening-${name}.png`
  copyFileSync(from, join(results, file))
  return file
}

/** One row for a screen: the drawing at the left, ours beside it, as wide as ours. */
function pageOf(part: string, shots: readonly Shot[]): string {
  const rows = shots.map(({ name, files, drawing }) => {
    const image = (file: string, as = file) => `<img src="${file}" width="${shownWidth(as)}" alt="">`
    const first = drawing === undefined ? '' : image(drawing, files[0])
    return `<h2>${name}</h2><div>${first}${files.map((file) => image(file)).join('')}</div>`
  })
  return `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Kringplan: ${part}</title>
<style>body{font:16px sans-serif;margin:2rem;background:#ddd}div{display:flex;gap:2rem;align-items:start}</style>
<h1>Tekening en scherm</h1>${rows.join('\n')}</html>\n`
}

function shownWidth(file: string | undefined): number {
  if (file === undefined) return 390
  const { width } = PNG.sync.read(readFileSync(join(results, file)))
  return width > 900 ? 900 : file.endsWith('.smal.png') ? 320 : 390
}
