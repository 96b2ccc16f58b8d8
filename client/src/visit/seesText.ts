import type { VisitSees } from '@kringplan/shared/plan/visit'
import { m } from '../messages/compiled/messages.js'

/** What the coordinator sees on the board now, in one sentence. */
export const seesText: Readonly<Record<VisitSees, (who: { readonly coord: string }) => string>> = {
  nothing: m.vi_sees_nothing,
  one: m.vi_sees_one,
  plan: m.vi_sees_plan,
}
