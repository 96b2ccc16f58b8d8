import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Clock } from '../clock.ts'
import { errorFacts, type Log } from '../log.ts'
import { makeBuild, type Build } from './build.ts'
import { fingerprintOf, readScreens, type ScreenFile } from './fingerprint.ts'

/*
 * The builds of the screens that this server can serve: the one of now, and earlier ones that somebody may still be at work
 * in. They lie in the data folder, each under its fingerprint, so that an upgrade takes none away [WB6].
 */

/** The builds of a server. */
export interface Builds {
  /** The one that belongs to this server. Undefined until the screens have been built. */
  readonly now: () => Build | undefined
  /** All of them, the one of now first. */
  readonly all: () => readonly Build[]
  readonly find: (fingerprint: string) => Build | undefined
  /** Throws away the earlier ones that are not needed and that no open page can be of any more. */
  readonly sweep: (needed: ReadonlySet<string>) => void
}

/** Pages that stay open over an upgrade fetch further files of their build: for so long they are there in any case. */
const KEPT = 7 * 24 * 60 * 60 * 1000

export interface BuildsDeps {
  /** Where the screens of this source are built. */
  readonly webDir: string
  readonly dataDir: string
  readonly clock: Clock
  readonly log: Log
}

/**
 * Reads the build of now once: the screens and this server are of one source, and a build that is made while
 * this one runs belongs to the next. A build on disk whose bytes are not those of its name is not served.
 */
export function createBuilds({ webDir, dataDir, clock, log }: BuildsDeps): Builds {
  const folder = join(dataDir, 'builds')
  const builds = new Map<string, Build>()
  let present: Build | undefined

  const now = (): Build | undefined => {
    if (present !== undefined || !existsSync(join(webDir, 'index.html'))) return present
    const screens = readScreens(webDir)
    present = makeBuild(screens)
    if (present === undefined) return undefined
    try {
      keep(folder, present.fingerprint, screens)
    } catch (error) {
      log.error(errorFacts(error), 'the build of now could not be kept for after an upgrade')
    }
    return present
  }
  const seen = (fingerprint: string): void => {
    const at = clock.now()
    const path = join(folder, fingerprint)
    if (existsSync(path)) utimesSync(path, at, at)
  }

  const first = now()
  if (first !== undefined) seen(first.fingerprint)
  for (const fingerprint of namesIn(folder)) {
    const build =
      fingerprint === first?.fingerprint ? undefined : makeBuild(readScreens(join(folder, fingerprint)))
    if (build?.fingerprint === fingerprint) builds.set(fingerprint, build)
  }

  const all = (): readonly Build[] => {
    const one = now()
    const earlier = [...builds.values()].filter(({ fingerprint }) => fingerprint !== one?.fingerprint)
    return one === undefined ? earlier : [one, ...earlier]
  }
  return {
    now,
    all,
    find: (fingerprint) => all().find((build) => build.fingerprint === fingerprint),
    sweep(needed) {
      if (present !== undefined) seen(present.fingerprint)
      const before = clock.now().getTime() - KEPT
      for (const fingerprint of namesIn(folder)) {
        const path = join(folder, fingerprint)
        const isWanted = fingerprint === present?.fingerprint || needed.has(fingerprint)
        if (isWanted || statSync(path).mtimeMs > before) continue
        rmSync(path, { recursive: true, force: true })
        builds.delete(fingerprint)
      }
    },
  }
}

const namesIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => /^[0-9a-f]{64}$/.test(name)) : []

/** Under another name until it is whole: what a power cut leaves of it is thrown away by the next. */
function keep(folder: string, fingerprint: string, screens: readonly ScreenFile[]): void {
  const place = join(folder, fingerprint)
  if (existsSync(place)) {
    if (fingerprintOf(readScreens(place)) === fingerprint) return
    rmSync(place, { recursive: true, force: true })
  }
  const draft = join(folder, 'new')
  rmSync(draft, { recursive: true, force: true })
  for (const { path, bytes } of screens) {
    const file = join(draft, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
  renameSync(draft, place)
}
