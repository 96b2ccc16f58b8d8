import { ANEW_AFTER_MS, type ClosedView } from '@kringplan/shared/contract/seatView'
import { useEffect, useState } from 'react'
import { call, type RefusalInfo } from '../api/call.ts'
import { askAnew } from './anew.ts'
import type { Device } from './enterRoom.ts'
import { forgetRoom } from './forgetRoom.ts'

/** Where starting anew stands on this screen. */
export interface AnewState {
  /** `own`: asked here. `mine`: asked by the same person elsewhere. `other`: somebody else asks. */
  readonly at: 'none' | 'own' | 'mine' | 'other'
  /** Before that moment, of this device's clock, a yes does not count. */
  readonly isSoon: boolean
  readonly isBusy: boolean
  readonly refusal: RefusalInfo | null
  /** What was asked here was answered with no. */
  readonly isDropped: boolean
  readonly ask: () => void
  readonly agree: () => void
  readonly drop: () => void
}

/** Asking to start anew, agreeing and saying no, on a screen outside. */
export function useAnew(view: ClosedView, device: Device): AnewState {
  const { anew } = view
  const { seat, personId } = view.self
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<RefusalInfo | null>(null)
  const isDropped = useDropped(view)
  const isSoon = useIsSoon(anew?.from)
  const run = async (what: () => Promise<{ ok: true } | { ok: false; refusal: RefusalInfo }>) => {
    if (isBusy) return
    setBusy(true)
    setRefusal(null)
    const answer = await what()
    setBusy(false)
    if (!answer.ok) setRefusal(answer.refusal)
  }
  const room = anew?.room ?? ''
  const params = { seat }
  return {
    at: anew === null ? 'none' : whose(anew, seat, personId),
    isSoon,
    isBusy,
    refusal,
    isDropped,
    ask: () => void run(() => askAnew(view, device)),
    agree: () => void run(() => call('agreeAnew', { params, input: { room } })),
    drop: () => void run(() => call('dropAnew', { params, input: { room } })),
  }
}

function whose(anew: NonNullable<ClosedView['anew']>, seat: string, personId: string | null) {
  if (anew.seat === seat) return 'own'
  return anew.personId === personId ? 'mine' : 'other'
}

/** Whether the own asking was answered with no. The key of the room that was to come goes with it. */
function useDropped({ anew, room, self }: ClosedView): boolean {
  const own = anew?.seat === self.seat ? anew.room : null
  const [asked, setAsked] = useState(own)
  if (own !== null && own !== asked) setAsked(own)
  const isDropped = own === null && asked !== null && asked !== room
  useEffect(() => {
    if (isDropped) void forgetRoom(self.seat, asked)
  }, [isDropped, asked, self.seat])
  return isDropped
}

/** Whether that moment is still to come. */
function useIsSoon(from: string | undefined): boolean {
  const [passed, setPassed] = useState<string | undefined>()
  useEffect(() => {
    if (from === undefined) return
    // A clock that is wrong must not keep anybody from it: the server says so when it is too soon.
    const wait = Math.min(ANEW_AFTER_MS, Math.max(0, Date.parse(from) - Date.now()))
    const timer = setTimeout(() => setPassed(from), wait)
    return () => clearTimeout(timer)
  }, [from])
  return from !== undefined && passed !== from
}
