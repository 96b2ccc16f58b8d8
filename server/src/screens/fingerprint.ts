import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** One file of the built client. */
export interface ScreenFile {
  /** Below the folder of the build, with `/`: `assets/abc.js`. */
  readonly path: string
  readonly bytes: Buffer<ArrayBuffer>
}

/**
 * All files of a build, by path. What is hidden (the build's own list of files, for our budgets) is no part of it and is
 * served to nobody.
 */
export function readScreens(folder: string): readonly ScreenFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, path: relative(folder, file).split(sep).join('/') }))
    .filter(({ path }) => !path.startsWith('.'))
    .toSorted((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)))
    .map(({ file, path }) => ({ path, bytes: readFileSync(file) }))
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/**
 * What a build is known by: SHA-256, in hexadecimal, over the names and bytes of its files. The same as
 * `sha256sum` says of its own output over the files in order of their names, so that it can be computed without our code.
 * @param files in order of path, as `readScreens` gives them
 */
export function fingerprintOf(files: readonly ScreenFile[]): string {
  return sha256(files.map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`).join(''))
}

/** The beginning of a fingerprint, to compare by eye: `3f9a 04bc 77e1 90d2`. */
export const fingerprintCode = (fingerprint: string): string =>
  (fingerprint.slice(0, 16).match(/.{4}/g) ?? []).join(' ')
