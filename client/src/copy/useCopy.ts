import type { Self } from '@kringplan/shared/contract/seatView'
import { verifyPlanFile, type PlanFile } from '@kringplan/shared/plan/planFile'
import { useEffect, useRef, useState } from 'react'
import { call } from '../api/call.ts'
import { isLocale, readLocale, setLocale } from '../i18n/locale.ts'
import { lenderOf } from '../phone/table/borrowed.ts'
import { seatLocale } from '../seats/seatStore.ts'
import { keepCopy, readCopy, type CopyToKeep } from './copyStore.ts'
import { registerShell } from './shell.ts'

/** The copy on the screen. */
export interface ShownCopy extends CopyToKeep {
  readonly good: boolean
  /** Whether this device has it for when there is no network. */
  readonly kept: boolean
}

export interface Copy {
  /** Null while nothing is here; `isAsking` says whether something may still come. */
  readonly copy: ShownCopy | null
  readonly isAsking: boolean
  /** What the last asking came to. `refused`: the server does not give it, or no longer. */
  readonly contact: 'asking' | 'live' | 'offline' | 'refused'
}

/**
 * The copy of a seat: what this device keeps at once, and what the server has as soon as it answers; that is kept
 * in its place when it is newer. Asks again when the network comes back.
 */
export function useCopy(seat: string): Copy & { readonly again: () => void } {
  const [copy, setCopy] = useState<ShownCopy | null>(null)
  const [contact, setContact] = useState<Copy['contact']>('asking')
  const [isRead, setRead] = useState(false)
  const ask = useRef(() => {})

  useEffect(() => {
    let left = false
    const load = async () => {
      setContact('asking')
      const before = await readCopy(seat)
      if (left) return
      const wanted = seatLocale(seat) ?? before?.locale
      if (isLocale(wanted)) setLocale(wanted)
      setCopy((shown) => (before === null ? shown : { ...before, kept: true }))
      setRead(true)
      const [answer, self] = await Promise.all([call('copy', { params: { seat } }), askWho(seat)])
      if (left) return
      if (!answer.ok || self?.role !== 'member' || self.isLent) {
        const isOffline = answer.ok ? self === null : answer.refusal.refusal === 'offline'
        setContact(isOffline ? 'offline' : 'refused')
        return
      }
      const shown = await keep({ seat, file: answer.value, me: self.personId, locale: readLocale() })
      if (left) return
      setContact('live')
      setCopy(shown)
    }
    const onOnline = () => void load()
    const onOffline = () => setContact('offline')
    addEventListener('online', onOnline)
    addEventListener('offline', onOffline)
    ask.current = onOnline
    void load()
    return () => {
      left = true
      removeEventListener('online', onOnline)
      removeEventListener('offline', onOffline)
    }
  }, [seat])

  const isAsking = !isRead || (copy === null && contact === 'asking')
  return { copy, contact, isAsking, again: () => ask.current() }
}

/**
 * Whose seat this is; null when the server does not say. A copy is kept on a member's own device only [CP7]: a
 * borrowed phone is somebody else's.
 */
async function askWho(seat: string): Promise<(Self & { readonly isLent: boolean }) | null> {
  const answer = await call('view', { params: { seat } })
  if (!answer.ok || answer.value.kind === 'ended') return null
  const view = answer.value
  return { ...view.self, isLent: view.kind === 'open' && lenderOf(view) !== null }
}

/** Keeps it, and lets its page open without network from now on. */
async function keep(copy: CopyToKeep): Promise<ShownCopy> {
  try {
    const kept = await keepCopy(copy)
    void registerShell(copy.seat)
    return { ...kept, kept: true }
  } catch {
    return { ...copy, good: isGood(copy.file), kept: false }
  }
}

function isGood(file: PlanFile): boolean {
  return verifyPlanFile(file).good
}
