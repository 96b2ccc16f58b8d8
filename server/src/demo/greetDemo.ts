import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from '../app.ts'
import { readConfig, type Config } from '../config.ts'
import { seedDemo, type DemoLinks } from './seedDemo.ts'

/** The settings of a demo with an empty directory of its own, which goes when the program ends. */
export function demoConfig(changes: Partial<Config>): Config {
  const dataDir = mkdtempSync(join(tmpdir(), 'kringplan-demo-'))
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  return readConfig(process.env, { ...changes, demo: true, dataDir, logLevel: 'warn' })
}

/** Fills the demo and prints its links. */
export async function greetDemo(app: App): Promise<void> {
  const { johan, wilgenplein } = await seedDemo(app)
  console.log(
    'Kringplan demo: nothing here is kept. All links may be opened in one browser, in tabs of their own.\n',
  )
  print(johan)
  print(wilgenplein)
}

function print(links: DemoLinks): void {
  console.log(links.circle)
  console.log(`  coordinator   ${links.coordinator}`)
  console.log(`  professional  ${links.professional}`)
  console.log(`  board         ${links.board}`)
  for (const { name, url } of links.members) console.log(`  ${name.padEnd(13)} ${url}`)
  console.log('')
}
