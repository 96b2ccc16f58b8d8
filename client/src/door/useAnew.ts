import { ANEW_AFTER_MS, type ClosedView } from '@kringplan/shared/contract/seatView'
import { useEffect, useState } from 'react'
import { call, type RefusalInfo } from '../api/call.ts'
import { askAnew } from './anew.ts'
import type { Device } from './enterRoom.ts'

const settleMs = 700

/** Where starting anew stands on this screen. */
export interface AnewState {
  /** `own`: asked here. `mine`: asked by the same person elsewhere. `other`: somebody else asks. `dropped`: somebody said no. */
  readonly at: 'none' | 'own' | 'mine' | 'other' | 'dropped'
  /** Before that moment, of this device's clock, a yes does not count. */
  readonly isSoon: boolean
  /** A press does nothing now. */
  readonly isBusy: boolean
  readonly refusal: RefusalInfo | null
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
  const at = anew !== null ? whose(anew, seat, personId) : isDropped ? 'dropped' : 'none'
  const isSettled = useSettled(at)
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
    at,
    isSoon,
    isBusy: isBusy || !isSettled,
    refusal,
    ask: () => void run(() => askAnew(view, device)),
    agree: () => void run(() => call('agreeAnew', { params, input: { room } })),
    drop: () => void run(() => call('dropAnew', { params, input: { room } })),
  }
}

function whose(anew: NonNullable<ClosedView['anew']>, seat: string, personId: string | null) {
  if (anew.seat === seat) return 'own'
  return anew.personId === personId ? 'mine' : 'other'
}

/** Whether there was an asking on this page that somebody said no to. */
function useDropped({ anew, room }: ClosedView): boolean {
  const [seen, setSeen] = useState(anew?.room)
  if (anew !== null && anew.room !== seen) setSeen(anew.room)
  return anew === null && seen !== undefined && seen !== room
}

/** A second tap on the place where a button was must not press the one that has come there. */
function useSettled(at: AnewState['at']): boolean {
  const [settled, setSettled] = useState<AnewState['at']>()
  useEffect(() => {
    const timer = setTimeout(() => setSettled(at), settleMs)
    return () => clearTimeout(timer)
  }, [at])
  return settled === at
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
