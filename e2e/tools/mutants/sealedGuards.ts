import type { Mutant } from './mutant.ts'

/** Guards of the sealed layer on a device. */
export const sealedGuards: readonly Mutant[] = [
  {
    guard: 'seal: a blob is of its room',
    file: 'shared/src/sealed/envelope.ts',
    find: '`kringplan/e2ee/v1|${room}|`',
    replace: "`kringplan/e2ee/v1|${room === '' ? room : ''}|`",
    tests: ['client/src/sealed/seal.test.ts', 'shared/src/sealed/envelope.test.ts'],
  },
  {
    guard: 'seal: one form of padding',
    file: 'shared/src/sealed/envelope.ts',
    find: 'for (let i = end; i < bytes.length; i++) if (bytes[i] !== 0) return malformed',
    replace: '',
    tests: ['shared/src/sealed/envelope.test.ts'],
  },
  {
    guard: 'counters: what came before is known again',
    file: 'client/src/sealed/counters.ts',
    find: "seen.holes.delete(ctr) ? 'filled' : 'repeated'",
    replace: "seen.holes.delete(ctr) ? 'filled' : 'next'",
    tests: ['client/src/sealed/sealedInbox.test.ts'],
  },
  {
    guard: 'counters: what is missing is known',
    file: 'client/src/sealed/counters.ts',
    find: 'if (seen.holes.size < maxHoles) seen.holes.add(hole)',
    replace: 'void hole',
    tests: ['client/src/sealed/sealedProvider.test.ts', 'client/src/sealed/sealedInbox.test.ts'],
  },
  {
    guard: 'schema: of a snapshot',
    file: 'client/src/sealed/sealedInbox.ts',
    find: "if (payload.schemaVersion !== this.#schemaVersion) return 'otherSchema'",
    replace: '',
    tests: ['client/src/sealed/sealedProvider.test.ts'],
  },
  {
    guard: 'schema: of the log',
    file: 'client/src/sealed/sealedInbox.ts',
    find: "if (control.version !== this.#schemaVersion) return 'otherSchema'",
    replace: '',
    tests: ['client/src/sealed/sealedProvider.test.ts'],
  },
  {
    guard: 'wraps: only of a device that holds the key of before',
    file: 'client/src/sealed/wraps.ts',
    find: 'if (!isSame(read.vouch, vouchOf(before, read.sender))) return undefined',
    replace: '',
    tests: ['client/src/sealed/rekey.test.ts', 'client/src/sealed/fuzz.test.ts'],
  },
  {
    guard: 'card: nobody is let in after its window',
    file: 'client/src/sealed/admission.ts',
    find: 'isOpen ? sealBox(answerKey, context, encodeAdmission(admission), random) : undefined',
    replace: 'sealBox(answerKey, context, encodeAdmission(admission), random)',
    tests: ['client/src/sealed/admission.test.ts'],
  },
]
