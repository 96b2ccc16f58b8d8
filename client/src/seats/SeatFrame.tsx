import type { Role } from '@kringplan/shared/policy/roles'
import type { SeatView } from '@kringplan/shared/contract/seatView'
import type { Phase } from '@kringplan/shared/phase/phases'
import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import { useEffect, useState, type ReactNode } from 'react'
import { Redirect } from 'wouter'
import { forgetForms } from '../forms/formStore.ts'
import type { SeatLink } from '../live/seatConnection.ts'
import { useSeatView } from '../live/useSeatView.ts'
import { m } from '../messages/compiled/messages.js'
import { homeOf } from '../routes.ts'
import { Loading } from '../ui/Loading.tsx'
import { pageTitle } from './pageTitle.ts'
import { PlainPage } from './PlainPage.tsx'
import { forgetSeat, forgetSeatRoom, readSeats, rememberSeat } from './seatStore.ts'
import { useSeatLocale } from './useSeatLocale.ts'

/** A view that a screen of a seat has to draw: everything but the end. */
export type ShownView = Exclude<SeatView, { kind: 'ended' }>

export interface SeatFrameProps {
  readonly seat: string
  /** Whose screens these are; a seat of another role is sent to its own. */
  readonly of: Role
  readonly children: (view: ShownView, link: SeatLink) => ReactNode
}

/**
 * What every page of a seat has around it: the live view, the language of the person, and the plain sentences for
 * a seat that is not this browser's, that has ended, or for a page older than the server.
 */
export function SeatFrame({ seat, of, children }: SeatFrameProps) {
  const { view, link } = useSeatView(seat)
  const [lastKind, setLastKind] = useState<string>()
  if (view !== null && view.kind !== 'ended' && view.kind !== lastKind) setLastKind(view.kind)
  useSeatLocale(seat, view)
  const title = pageTitle(view)
  useEffect(() => {
    document.title = title
  }, [title])
  useRemember(seat, view)
  useForgetIdeas(seat, view)
  // A board that was wiped, or taken away: this browser can become one again.
  if (link === 'refused' && of === 'board') return <Redirect to="/bord" replace />
  if (link === 'refused') return <PlainPage title={m.seat_not_here()}>{m.seat_not_here_how()}</PlainPage>
  if (view === null) return link === 'offline' && of === 'member' ? <NoNetwork seat={seat} /> : <Loading />
  if (view.kind === 'ended') {
    return (
      <PlainPage title={lastKind === 'waiting' ? m.join_not_now() : m.seat_ended()}>
        {view.circle === '' ? null : <bdi>{view.circle}</bdi>}
      </PlainPage>
    )
  }
  if (view.self.role !== of) return <Redirect to={homeOf(view.self.role, seat)} replace />
  if (view.schemaVersion !== SCHEMA_VERSION) return <OldTab />
  return children(view, link)
}

/** Nothing is known without the server; but a copy of the plan may lie on this phone. The page goes on by itself. */
function NoNetwork({ seat }: { readonly seat: string }) {
  return (
    <PlainPage
      title={m.seat_off()}
      button={{ label: m.tp_go_copy(), onPress: () => location.assign(`${homeOf('member', seat)}/kopie`) }}
    >
      {m.seat_off_how()}
    </PlainPage>
  )
}

/** An old tab never binds an editor to a newer document; what was typed is kept on the device [PL1]. */
function OldTab() {
  return (
    <PlainPage
      title={m.st_tab_old()}
      button={{ label: m.st_tab_reload(), onPress: () => location.reload() }}
    />
  )
}

/**
 * Keeps the list of this browser's seats true: names may change, a room appears, a seat ends. A room that is no longer
 * the one of the view is over, also when its door was opened while this page was away: nothing of it stays here [OP7].
 */
function useRemember(seat: string, view: SeatView | null): void {
  useEffect(() => {
    if (view === null) return
    const room = readSeats().find((held) => held.seat === seat)?.room
    if (room !== undefined && !(view.kind === 'closed' && view.room === room)) void eraseDraft(seat, room)
    if (view.kind === 'ended') {
      forgetSeat(seat)
      void eraseSigningKey(seat).catch(() => {})
      // What was typed in this tab and not kept, also when another tab ended the seat.
      forgetForms((of) => of === seat)
      return
    }
    rememberSeat({
      seat,
      role: view.self.role,
      name: view.self.name,
      ...('circle' in view ? { circle: view.circle } : {}),
      ...(view.kind === 'open' ? { conferenceId: view.conferenceId } : {}),
      ...(view.kind === 'closed' ? { room: view.room } : {}),
    })
  }, [seat, view])
}

/** Ideas that somebody kept to themselves go when the wall goes: the plan is on the table, or the seat has ended. */
function useForgetIdeas(seat: string, view: SeatView | null): void {
  const over = view?.kind === 'ended' || (view?.kind === 'open' && !view.hasDoor && isLate(view.phase))
  useEffect(() => {
    if (over) void eraseIdeas(seat).catch(() => {})
  }, [seat, over])
}

function isLate(phase: Phase): boolean {
  return phase !== 'preparation' && phase !== 'information' && phase !== 'deliberation'
}

async function eraseIdeas(seat: string): Promise<void> {
  const { eraseOpenIdeas } = await import('../ideas/openIdeaDisk.ts')
  await eraseOpenIdeas(seat)
}

async function eraseSigningKey(seat: string): Promise<void> {
  const { forgetSigningKey } = await import('../table/signingKey.ts')
  await forgetSigningKey(seat)
}

/** What this device kept of a sealed draft: it goes when the door opens, and with the conference. */
async function eraseDraft(seat: string, room: string): Promise<void> {
  const { forgetRoom } = await import('../door/forgetRoom.ts')
  await forgetRoom(seat, room)
  // Only now: a page that goes before this is done tries again when it comes back.
  forgetSeatRoom(seat, room)
}
