import type { Rolldown } from 'vite'

/*
 * Which modules share a file. On bad wifi each request costs more than its bytes, and a word in a file of its own costs
 * three times its letters: every file that needs it names it. So what the pages of a phone need on the way to an agreement
 * stands in a few files, in the order in which they are opened, and nothing in them that an earlier page can do without.
 */

interface Group {
  readonly name: string
  /** One of these pages needs it, or each of them. */
  readonly of: readonly string[]
  readonly each?: true
  /** This page needs it too. */
  readonly and?: string
  /** What else it must be; a module that is not stays in a file of its own, or goes to a later group. */
  readonly test?: RegExp
}

/** Words and signs, which pages of every kind share: never in one file with the live document. */
const SMALL = /\/src\/(messages|ui|seats|i18n|forms|live)\//

/** Words and signs alone: a group takes what its modules import along, and a form or a QR code imports much. */
const WORDS = /\/(messages|icons)\/|\.module\.css/

/** The same, and what is hardly longer. */
const BITS = /\/(messages|icons|i18n)\/|\.module\.css|\/ui\/use[A-Z]/

/** In the order in which they take: a module goes to the first that it fits. */
const GROUPS: readonly Group[] = [
  // Every seat, also of who only listens: no live document.
  { name: 'seat', of: ['now/MemberSeat.tsx'] },
  { name: 'words', of: ['seats/OpenPlan.tsx', 'now/MemberInside.tsx'], each: true, test: SMALL },
  // Also a copy and a file are read with it, without a live document.
  {
    name: 'facts',
    of: ['seats/OpenPlan.tsx', 'now/MemberInside.tsx'],
    each: true,
    test: /\/shared\/src\/plan\/(when|sayWhen|agreement|schema)\.ts|\/idb\/|\/newId\.ts/,
  },
  { name: 'plan', of: ['seats/OpenPlan.tsx', 'now/MemberInside.tsx'], each: true },
  // Also fingerprints of a plan in the open use it.
  { name: 'hash', of: ['now/MemberInside.tsx'], test: /@noble\/hashes/ },
  // What a phone in the open uses as well, apart: it needs nothing else from behind the door.
  {
    name: 'both',
    of: [
      'table/signingKey.ts',
      'phone/table/MoveOffers.tsx',
      'phone/table/TablePages.tsx',
      'table/LateGate.tsx',
    ],
    and: 'now/MemberInside.tsx',
  },
  // A plan as plain content: behind the door for carrying it, in the open for words that come late.
  { name: 'content', of: ['table/keepLate.ts'], test: /\/plan\/(content|planBuild)\.ts/ },
  { name: 'sealed', of: ['now/MemberInside.tsx'], test: /\/(sealed|door)\/|@noble/ },
  // What is done behind the door after the plan can be read, or seldom: small, and each file would be named by many.
  {
    name: 'stay',
    of: ['door/staying.ts', 'door/useTakeOut.ts', 'door/closeDoor.ts', 'door/carryLate.ts'],
    test: /\/door\/(keysSeen|insideProof|carry\w+|forgetRoom|closingKey)\.ts|\/plan\/(circleWriting|goingOut)\.ts/,
  },
  { name: 'open', of: ['seats/OpenPlan.tsx'] },
  { name: 'now', of: ['now/NowPage.tsx', 'now/PicturePage.tsx'] },
  { name: 'editor', of: ['editor/TextField.tsx'], test: /\/editor\/|t_removed/ },
  { name: 'controls', of: ['phone/laterPages.ts', 'phone/table/MoveOffers.tsx'], test: SMALL },
  { name: 'later', of: ['phone/laterPages.ts'] },
  {
    name: 'moves',
    of: ['phone/table/MoveOffers.tsx', 'phone/table/ProposalBar.tsx'],
    test: /\/(phone|table|circle)\//,
  },
  {
    name: 'inside',
    of: ['door/InsidePage.tsx', 'door/OpenPage.tsx', 'door/OpeningAsked.tsx', 'door/CeremonyMoments.tsx'],
    test: BITS,
  },
  {
    name: 'beside',
    of: ['now/CallPage.tsx', 'now/MinePage.tsx', 'now/QuestionPage.tsx', 'seats/WaitingPage.tsx'],
    test: BITS,
  },
  {
    name: 'table',
    of: ['phone/table/TablePages.tsx', 'phone/table/SigningPages.tsx', 'copy/CopyPage.tsx'],
    test: WORDS,
  },
]

type Context = Parameters<Extract<Rolldown.CodeSplittingGroup['name'], (...args: never[]) => unknown>>[1]

/** @param source where the client's modules stand, with a slash at the end */
export function chunkGroups(source: string): Rolldown.CodeSplittingGroup[] {
  const closures = new Map<string, ReadonlySet<string>>()
  const needed = (page: string, context: Context) => {
    const known = closures.get(page) ?? closureOf(source + page, context)
    closures.set(page, known)
    return known
  }
  return GROUPS.map(({ name, of, each = false, and, test = /./ }, index) => ({
    name: (id, context) => {
      if (!test.test(id)) return null
      const isNeeded = (page: string) => needed(page, context).has(nameOf(id))
      if (and !== undefined && !isNeeded(and)) return null
      return (each ? of.every(isNeeded) : of.some(isNeeded)) ? name : null
    },
    minShareCount: 2,
    priority: GROUPS.length - index,
  }))
}

/** The module, all that it imports, and the messages that those say: the module that lists them imports every one. */
function closureOf(page: string, context: Context): ReadonlySet<string> {
  const seen = new Set<string>()
  const visit = (id: string) => {
    if (seen.has(id)) return
    seen.add(id)
    if (id.endsWith('/compiled/messages.js')) return
    const { code, importedIds = [] } = context.getModuleInfo(id) ?? {}
    for (const [, key = ''] of (code ?? '').matchAll(/\bm\.(\w+)/g)) seen.add(key.toLowerCase())
    for (const next of importedIds) visit(next)
  }
  visit(page)
  // A page that was moved would put everything in files of its own again, silently.
  if (seen.size === 1)
    throw new Error(`the files of a phone are made up by ${page}, which is no module of the build`)
  return seen
}

/** What a module is called in a closure: a message by its key, which its file spells small, with a number where it had capitals. */
function nameOf(id: string): string {
  return /\/compiled\/messages\/(\w+?)\d*\.js$/.exec(id)?.[1] ?? id
}
