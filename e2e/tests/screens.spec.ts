import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect } from '@playwright/test'
import { PNG } from 'pngjs'
import { readFileSync } from 'node:fs'
import { takeTour } from '../fixtures/tour.ts'
import { test } from '../fixtures/world.ts'

const results = resolve(import.meta.dirname, '../results/screens')
/** The team's pictures, where this machine has them. */
const pictures = resolve(import.meta.dirname, '../../../shared/design/shots')

interface Shot {
  readonly name: string
  readonly picture: string | undefined
}

test('@screens a picture of every screen, beside the drawing of it', async ({ world }) => {
  test.setTimeout(300_000)
  mkdirSync(results, { recursive: true })
  const shots: Shot[] = []
  await takeTour(world, async ({ name, person, picture }) => {
    await person.page.evaluate(() => document.fonts.ready)
    await person.page.screenshot({ path: join(results, `${name}.png`), animations: 'disabled' })
    shots.push({ name, picture: picture === undefined ? undefined : takePicture(picture) })
  })
  writeFileSync(join(results, 'index.html'), pageOf(shots))
  expect(shots.length).toBeGreaterThan(35)
})

/** Puts the drawing beside our screens; undefined when there is none. */
function takePicture(name: string): string | undefined {
  const from = join(pictures, `${name}.png`)
  if (!existsSync(from)) return undefined
  const file = `tekening-${name}.png`
  copyFileSync(from, join(results, file))
  return file
}

/** One row for a screen: the drawing at the left, ours at the right, both as wide as ours. */
function pageOf(shots: readonly Shot[]): string {
  const rows = shots.map(({ name, picture }) => {
    const { width } = PNG.sync.read(readFileSync(join(results, `${name}.png`)))
    const shown = width > 900 ? 900 : 390
    const image = (file: string) => `<img src="${file}" width="${shown}" alt="">`
    const drawing = picture === undefined ? '<p>geen tekening</p>' : image(picture)
    return `<h2>${name}</h2><div>${drawing}${image(`${name}.png`)}</div>`
  })
  return `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Kringplan: schermen</title>
<style>body{font:16px sans-serif;margin:2rem;background:#ddd}div{display:flex;gap:2rem;align-items:start}p{width:390px}</style>
<h1>Tekening en scherm</h1>${rows.join('\n')}</html>\n`
}
