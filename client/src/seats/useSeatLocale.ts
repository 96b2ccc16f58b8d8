import type { SeatView } from '@kringplan/shared/contract/seatView'
import { useCallback, useEffect } from 'react'
import { call } from '../api/call.ts'
import { isLocale, setLocale, type Locale } from '../i18n/locale.ts'
import { rememberSeat, seatLocale } from './seatStore.ts'

/**
 * Makes the interface speak the language of this seat: the one chosen on this device, else the one the server
 * knows of the person. Returns what to call when the person chooses another.
 */
export function useSeatLocale(seat: string, view: SeatView | null): (locale: Locale) => void {
  const known = view !== null && view.kind !== 'ended' ? view.self.language : undefined
  useEffect(() => {
    const wanted = seatLocale(seat) ?? known
    if (isLocale(wanted)) setLocale(wanted)
  }, [seat, known])
  return useCallback((locale: Locale) => chooseSeatLocale(seat, locale), [seat])
}

/** Keeps the language on this device, and tells the server where that is allowed now; it works without, too. */
export function chooseSeatLocale(seat: string, locale: Locale): void {
  setLocale(locale)
  rememberSeat({ seat, locale })
  void call('editSelf', { params: { seat }, input: { language: locale } })
}
