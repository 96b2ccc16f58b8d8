import { m } from '../messages/compiled/messages.js'

/** "Jij bent Fatma, coördinator"; the work once, where a server without a name calls somebody by it. */
export function youAre(name: string): string {
  return /co[oö]rdinator/iu.test(name) ? m.now_you({ naam: name }) : m.now_you_coord({ naam: name })
}
