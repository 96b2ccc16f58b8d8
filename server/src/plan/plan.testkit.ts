import type { Output } from '@kringplan/shared/contract/messages'
import { sign, type SignatureDevice, type SignatureMark } from '@kringplan/shared/plan/signature'
import { randomBytes } from 'node:crypto'
import type { Sitting } from '../testkit/circle.testkit.ts'

/** A signature as a device would send it, by a key of its own. */
export function signatureFor(
  conference: string,
  version: Output<'version'>,
  person: { readonly id: string; readonly name: string },
  device: SignatureDevice = 'own',
  mark: SignatureMark = { way: 'typed', text: person.name },
  key: Uint8Array = new Uint8Array(randomBytes(32)),
) {
  const facts = { conference, version: version.number, hash: version.hash, person, device, mark }
  const { number, hash } = version
  return { version: number, hash, personId: person.id, device, mark: mark as never, ...sign(facts, key) }
}

/** The frozen version, as this seat may read it. */
export function versionFor({ browser, seat }: Sitting): Promise<Output<'version'>> {
  return browser.do('version', { seat }, {})
}
