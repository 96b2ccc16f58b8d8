import type { InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Circle } from '../circle/circle.ts'
import { readDevice, seenDevices, type SeenDevice } from '../circle/seenDevices.ts'
import { m } from '../messages/compiled/messages.js'
import { newId } from '../plan/newId.ts'
import { say } from '../plan/presence.ts'

/*
 * The devices with words that have not arrived, before the door opens or the plan is frozen: the circle sees them by
 * name and chooses to wait or not (decisions 6.4). Known is only what a device itself says, and that one is away.
 */

/** A device that may hold words which are not in the plan. */
export interface LateDevice {
  /** The same for as long as it is the same device. */
  readonly key: string
  readonly name: string
  readonly kind: 'phone' | 'board'
  /** `waiting`: it says that words wait on it. `away`: it was here, and does not answer now. */
  readonly how: 'waiting' | 'away'
}

/** So long a device has to answer before it is named; on bad wifi it comes off the list when its answer does come. */
const FIRST_MS = 2_000
/** After that it is asked again and again, so long between two times. */
const AGAIN_MS = 4_000

/** What is known at one moment. */
export interface RollCall {
  readonly states: ReadonlyMap<number, Readonly<Record<string, unknown>>>
  /** When each client was last heard. */
  readonly heardAt: (client: number) => number
  /** Whoever was heard since then is there. */
  readonly since: number
  readonly self: number
  /** Behind the door: the devices inside, and the own seat among them. */
  readonly inside: readonly InsideDevice[]
  readonly seat: string
  /** At the table: the devices that this page has seen. */
  readonly seen: ReadonlyMap<number, SeenDevice>
}

/** The devices inside, other than this one, that do not answer now. */
export function findAway(call: RollCall): readonly InsideDevice[] {
  const seats = new Set<unknown>([call.seat])
  for (const [client, state] of call.states) if (isHere(call, client)) seats.add(state['device'])
  return call.inside.filter(({ id }) => !seats.has(id))
}

function isHere({ self, heardAt, since }: RollCall, client: number): boolean {
  return client !== self && heardAt(client) >= since
}

/** The late devices, those that say so first; nobody twice in the same way. */
export function findLateDevices(call: RollCall): readonly LateDevice[] {
  const here = [...call.states].filter(([client]) => isHere(call, client))
  const late: LateDevice[] = []
  for (const [client, state] of here) {
    const device = readDevice(state)
    if (device === undefined || state['pending'] !== true) continue
    late.push({ ...named(device), key: `c${client}`, how: 'waiting' })
  }
  for (const { id, name, kind } of findAway(call)) late.push({ name, kind, key: `d${id}`, how: 'away' })
  const owners = new Set(here.map(([, state]) => ownerOf(readDevice(state))))
  for (const [client, device] of call.seen) {
    if (owners.has(ownerOf(device))) continue
    late.push({ ...named(device), key: `s${client}`, how: 'away' })
  }
  const said = new Set<string>()
  return late.filter((device) => {
    const sentence = `${device.how} ${device.kind} ${device.name}`
    return !said.has(sentence) && said.add(sentence)
  })
}

function ownerOf(device: SeenDevice | undefined): string {
  return device?.personId ?? 'board'
}

function named({ name, personId }: SeenDevice): Pick<LateDevice, 'name' | 'kind'> {
  return { name, kind: personId === null ? 'board' : 'phone' }
}

/** The sentence about one late device. */
export function sayLateDevice({ name, kind, how }: LateDevice): string {
  if (kind === 'board') return how === 'waiting' ? m.late_board() : m.late_board_away()
  return how === 'waiting' ? m.late_phone({ naam: name }) : m.late_phone_away({ naam: name })
}

const notYet: LateRound = { devices: [], away: [], isKnown: false }
const noneSeen: ReadonlyMap<number, SeenDevice> = new Map()

/**
 * The devices of this circle with words that have not arrived. Asks who is there for as long as the screen is shown;
 * a device that does not answer is named after two seconds, one that comes back is named no more.
 */
export function useLateDevices(circle: Circle): readonly LateDevice[] {
  return useLateRound(circle).devices
}

/** The same, and whether everybody has had the time to answer: before that an empty list means nothing. */
export interface LateRound {
  readonly devices: readonly LateDevice[]
  /** The ids of the devices inside that do not answer now. */
  readonly away: readonly string[]
  readonly isKnown: boolean
}

/** As `useLateDevices`, for a screen that goes on by itself when nobody is late. */
export function useLateRound(circle: Circle): LateRound {
  const { live, inside, me, canWrite } = circle
  const { awareness } = live
  const asked = useRef({ before: 0, now: 0 })
  const last = useRef<{ key: string; round: LateRound }>({ key: '', round: notYet })
  const tell = useRef(() => {})

  useEffect(() => {
    // Who may only read has no presence to tell: then the connections are believed.
    if (!canWrite) return
    const ask = () => {
      asked.current = { before: asked.current.now, now: Date.now() }
      say(awareness, { name: me.name, personId: me.personId, ask: newId() })
      tell.current()
    }
    let timer = setTimeout(function again() {
      ask()
      timer = setTimeout(again, AGAIN_MS)
    }, FIRST_MS)
    ask()
    return () => {
      clearTimeout(timer)
      asked.current = { before: 0, now: 0 }
    }
  }, [awareness, canWrite, me.name, me.personId])

  return useSyncExternalStore(
    (fn) => {
      tell.current = fn
      awareness.on('update', fn)
      return () => awareness.off('update', fn)
    },
    () => {
      const { before } = asked.current
      // Before the first round of answers nobody is called away.
      const isKnown = before > 0 || !canWrite
      const call: RollCall = {
        states: awareness.getStates(),
        heardAt: (client) => awareness.meta.get(client)?.lastUpdated ?? 0,
        since: before,
        self: awareness.clientID,
        inside: isKnown ? inside : [],
        seat: me.seat,
        seen: isKnown ? seenDevices(awareness) : noneSeen,
      }
      const devices = findLateDevices(call)
      const away = findAway(call).map(({ id }) => id)
      const key = JSON.stringify([isKnown, devices, away])
      if (key !== last.current.key) last.current = { key, round: { devices, away, isKnown } }
      return last.current.round
    },
  )
}
