import type { InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { Link } from 'wouter'
import { m } from '../messages/compiled/messages.js'
import { BackLink } from '../seats/BackLink.tsx'
import { PhonePage } from '../seats/PhonePage.tsx'
import { Button, buttonClass } from '../ui/Button.tsx'
import { FarAway } from './FarAway.tsx'
import { InsideNow } from './InsideNow.tsx'
import { TakeOut } from './TakeOut.tsx'

export interface InsidePageProps {
  readonly home: string
  /** Shows the card for somebody who comes later. */
  readonly onLetIn: () => void
}

/** On a phone inside: whose devices are inside, the ways to let somebody in and take a device out, and to open the door. */
export function InsidePage({ home, onLetIn }: InsidePageProps) {
  return (
    <FarAway>
      {(onFar) => (
        <TakeOut>{(onOut) => <Page home={home} onLetIn={onLetIn} onFar={onFar} onOut={onOut} />}</TakeOut>
      )}
    </FarAway>
  )
}

function Page({
  home,
  onLetIn,
  onFar,
  onOut,
}: InsidePageProps & { readonly onFar: () => void; readonly onOut: (device: InsideDevice) => void }) {
  return (
    <PhonePage
      title={m.inside_title()}
      start={<BackLink href={home} />}
      actions={
        <>
          <Button kind="primary" size="large" onClick={onLetIn}>
            {m.gate_let_in()}
          </Button>
          <Button size="large" onClick={onFar}>
            {m.far_btn()}
          </Button>
          <Link href={`${home}/plan`} className={buttonClass('secondary', 'large')}>
            {m.now_plan_go()}
          </Link>
          <Link href={`${home}/open`} className={buttonClass('quiet', 'large')}>
            {m.door_open()}
          </Link>
        </>
      }
    >
      <InsideNow onOut={onOut} />
      <Link href={`${home}/logboek`} className={buttonClass('quiet')}>
        {m.lg_title()}
      </Link>
    </PhonePage>
  )
}
