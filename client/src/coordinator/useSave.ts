import type { RouteName } from '@kringplan/shared/contract/routes'
import type { Result } from '@kringplan/shared/result'
import type { Output } from '@kringplan/shared/contract/messages'
import { useState } from 'react'
import type { RefusalInfo } from '../api/call.ts'
import { refusalText } from '../messages/refusalText.ts'

/** What became of the last press: nothing yet, on its way, kept, or a sentence about why not. */
export interface SaveState {
  readonly busy: boolean
  readonly saved: boolean
  readonly error: string | undefined
}

/** Runs a call for a button and keeps what the screen has to say about it. Answers whether it was kept. */
export function useSave(): [
  SaveState,
  <N extends RouteName>(work: Promise<Result<Output<N>, RefusalInfo>>) => Promise<boolean>,
] {
  const [state, setState] = useState<SaveState>({ busy: false, saved: false, error: undefined })
  const run = async <N extends RouteName>(work: Promise<Result<Output<N>, RefusalInfo>>) => {
    setState({ busy: true, saved: false, error: undefined })
    const done = await work
    setState({
      busy: false,
      saved: done.ok,
      error: done.ok ? undefined : refusalText(done.refusal.refusal),
    })
    return done.ok
  }
  return [state, run]
}
