import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { Suspense, type ReactNode } from 'react'
import { lazyPart } from '../live/lazyPart.ts'
import { Notice } from '../ui/Notice.tsx'
import { PhoneVisit } from '../visit/PhoneVisit.tsx'
import { AtDoor } from './AtDoor.tsx'
import { Doubt } from './Doubt.tsx'
import { OpeningAsked } from './OpeningAsked.tsx'
import { OutAsked } from './OutAsked.tsx'

const PhoneKnock = lazyPart(async () => (await import('../knock/PhoneKnock.tsx')).PhoneKnock)

const asStrip = (words: string, buttons: ReactNode) => (
  <Notice strip action={buttons}>
    {words}
  </Notice>
)

export interface PhoneStripsProps {
  readonly view: ClosedView
  readonly home: string
  /** This page asks to open the door itself. */
  readonly isOpening: boolean
}

/** What a phone behind the closed door says over every page: one file, because it is needed as soon as the plan is there. */
export function PhoneStrips({ view, home, isOpening }: PhoneStripsProps) {
  return (
    <>
      <PhoneVisit />
      <Suspense fallback={null}>{view.knock === null ? null : <PhoneKnock view={view} />}</Suspense>
      {isOpening ? null : <OpeningAsked home={home} />}
      <OutAsked>{asStrip}</OutAsked>
      <AtDoor>{asStrip}</AtDoor>
      <Doubt>{asStrip}</Doubt>
    </>
  )
}
