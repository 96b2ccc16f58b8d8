import { useState } from 'react'

/**
 * Whether this screen was behind the closed door a moment ago and is not any more: then it says so first. `done` ends
 * that.
 */
export function useOpenedMoment(kind: string): { readonly isMoment: boolean; readonly done: () => void } {
  const [seen, setSeen] = useState({ kind, isMoment: false })
  if (seen.kind !== kind) setSeen({ kind, isMoment: seen.kind === 'closed' && kind === 'open' })
  return {
    isMoment: seen.isMoment && kind === 'open',
    done: () => setSeen({ kind, isMoment: false }),
  }
}
