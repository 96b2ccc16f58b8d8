import type { Output } from '@kringplan/shared/contract/messages'
import type { RouteName } from '@kringplan/shared/contract/routes'
import type { Result } from '@kringplan/shared/result'
import { useCallback, useEffect, useState } from 'react'
import { call, type CallArguments, type RefusalInfo } from './call.ts'

export interface Asked<N extends RouteName> {
  /** Null until there is one. An answer to other arguments than the present ones is never given. */
  readonly answer: Result<Output<N>, RefusalInfo> | null
  /** Asks once more. */
  readonly again: () => void
}

/**
 * Asks when the component comes on the screen and when its arguments change.
 * @param args null asks nothing
 */
export function useCall<N extends RouteName>(name: N, args: CallArguments<N> | null): Asked<N> {
  const asked = args === null ? null : JSON.stringify(args)
  const [round, setRound] = useState(0)
  const key = `${round} ${asked}`
  const [got, setGot] = useState<{ key: string; answer: Result<Output<N>, RefusalInfo> }>()

  useEffect(() => {
    if (asked === null) return
    let left = false
    const ask = async () => {
      const answer = await call(name, JSON.parse(asked) as CallArguments<N>)
      if (!left) setGot({ key, answer })
    }
    void ask()
    return () => {
      left = true
    }
  }, [name, asked, key])

  const again = useCallback(() => setRound((now) => now + 1), [])
  return { answer: got !== undefined && got.key === key ? got.answer : null, again }
}
