import type { LogVerdict } from '@kringplan/shared/log/checkLog'
import { spokenCode } from '@kringplan/shared/plan/canonical'
import { m } from '../messages/compiled/messages.js'
import { unbroken } from '../phone/table/unbroken.ts'
import { Notice } from '../ui/Notice.tsx'

/** What this device found out about the log, in a sentence. */
export function LogVerdictWords({ verdict }: { readonly verdict: LogVerdict }) {
  switch (verdict.is) {
    case 'whole':
      return (
        <Notice title={m.lg_whole()}>
          {m.lg_whole_how()}
          {verdict.head.seq === 0 ? null : ` ${m.lg_code({ code: unbroken(spokenCode(verdict.head.head)) })}`}
        </Notice>
      )
    case 'broken':
      return (
        <Notice kind="error" title={m.lg_broken({ n: verdict.at })}>
          {m.lg_talk()}
        </Notice>
      )
    case 'other':
      return (
        <Notice kind="error" title={m.lg_other()}>
          {m.lg_talk()}
        </Notice>
      )
  }
}
