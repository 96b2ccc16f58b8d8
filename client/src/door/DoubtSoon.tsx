import { m } from '../messages/compiled/messages.js'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'

/** Nothing of the draft has come yet, and what the server gave for it is not right. */
export function DoubtSoon() {
  return (
    <>
      <Notice strip>{`${m.doubt()} ${m.doubt_why()}`}</Notice>
      <Loading />
    </>
  )
}
