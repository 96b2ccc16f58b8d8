import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { Redirect } from 'wouter'
import type { LiveDocument } from '../../sync/liveDocument.ts'
import { AgreePage } from './AgreePage.tsx'
import { PaperPage } from './PaperPage.tsx'
import { SayPage } from './SayPage.tsx'
import { useHomePlan, useOwnPlan, type ShownPlan } from './shownPlan.ts'
import { SignedPage } from './SignedPage.tsx'
import { mayStillSign } from './tableNow.ts'
import { WholePlan } from './WholePlan.tsx'

export interface SigningProps {
  readonly view: OpenView
  readonly home: string
  readonly page: string
}

/** Signing in the room: over the document of this device. */
export function InRoom({ live, ...props }: SigningProps & { readonly live: LiveDocument }) {
  return <SigningPage {...props} shown={useOwnPlan(props.view, live)} />
}

/** Signing at home, for two weeks after: over the text of the version. */
export function AtHome(props: SigningProps) {
  return <SigningPage {...props} shown={useHomePlan(props.view)} />
}

function SigningPage({ view, home, page, shown }: SigningProps & { readonly shown: ShownPlan }) {
  const [openedAt] = useState(() => Date.now())
  const hasSigned = (view.plan?.mine ?? null) !== null
  if (page === 'handtekening') return <SignedPage view={view} home={home} />
  if (page === 'plan') return <WholePlan view={view} home={home} shown={shown} />
  if (!mayStillSign(view, openedAt)) return <Redirect to={home} replace />
  switch (page) {
    case 'eens':
      return hasSigned ? (
        <Redirect to={`${home}/handtekening`} replace />
      ) : (
        <AgreePage view={view} home={home} shown={shown} />
      )
    case 'zeg':
      return <SayPage home={home} />
    case 'papier':
      return view.self.role === 'member' ? (
        <PaperPage view={view} home={home} shown={shown} />
      ) : (
        <Redirect to={home} replace />
      )
    default:
      return <Redirect to={home} replace />
  }
}
