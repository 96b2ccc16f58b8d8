import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useEffect } from 'react'
import { call } from '../../api/call.ts'
import { readLocale } from '../../i18n/locale.ts'
import { lenderOf } from './borrowed.ts'

/** Whether this phone keeps a copy now: a member's own phone, once that person has signed, or the plan is ready. */
export function keepsCopy(view: OpenView, isLent = lenderOf(view) !== null): boolean {
  if (view.self.role !== 'member' || isLent || view.plan?.version === null || view.plan === null) return false
  return view.phase === 'followUp' || view.plan.mine !== null
}

/**
 * Fetches the copy and keeps it on this phone, so that it opens without network from now on. On every visit, after
 * signing, and when the plan becomes ready. [SG27]
 */
export function useKeptCopy(view: OpenView): void {
  const { seat, personId } = view.self
  const { version, mine, signed } = view.plan ?? { version: null, mine: null, signed: null }
  // Another than before: something stands in the copy that was not there.
  const standing = keepsCopy(view)
    ? [view.phase, version?.hash, mine?.signedAt, signed?.length].join(' ')
    : null
  useEffect(() => {
    if (standing !== null) void keepMyCopy(seat, personId)
  }, [standing, seat, personId])
}

/** Never rejects: the page of the copy says when there is none, and asks again itself. */
async function keepMyCopy(seat: string, me: string | null): Promise<void> {
  const answer = await call('copy', { params: { seat } })
  if (!answer.ok) return
  try {
    const [{ keepCopy }, { registerShell }] = await Promise.all([
      import('../../copy/copyStore.ts'),
      import('../../copy/shell.ts'),
    ])
    await keepCopy({ seat, file: answer.value, me, locale: readLocale() })
    await registerShell(seat)
  } catch {
    // No storage here, or no network for the part of the client that keeps it.
  }
}
