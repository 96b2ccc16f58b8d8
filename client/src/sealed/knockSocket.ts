import type { SealedEnv } from './sealedEnv.ts'
import { createRelayLink } from './relayLink.ts'
import { isSame } from './sameBytes.ts'

/** How waiting for an answer stands. `refused`: the relay lets this seat not even knock. */
export type KnockStatus = 'connecting' | 'waiting' | 'refused'

/** A knock that is being held up until somebody answers or it is taken back. */
export type HeldKnock = {
  /** Says something else under the same name from now on. */
  say(bytes: Uint8Array): void
  stop(): void
}

/**
 * Knocks at the door of a room and waits, also over a lost connection: the same knock is sent again under the same id. Every
 * answer is handed on; only the maker of the knock can tell whether it is one.
 */
export function holdKnock(
  env: SealedEnv,
  url: string,
  knock: { readonly knockId: Uint8Array; readonly bytes: Uint8Array },
  handlers: {
    readonly onAnswer: (bytes: Uint8Array) => void
    readonly onStatus: (status: KnockStatus) => void
  },
): HeldKnock {
  let { bytes } = knock
  const sendNow = () => link.send({ type: 'knock', knockId: knock.knockId, bytes })
  const link = createRelayLink(env, url, {
    onUp: () => {
      sendNow()
      link.settled()
      handlers.onStatus('waiting')
    },
    onFrame: (frame) => {
      if (frame.type !== 'admit' || !isSame(frame.knockId, knock.knockId)) return
      handlers.onAnswer(frame.bytes)
    },
    onDown: () => handlers.onStatus('connecting'),
    onRefused: () => handlers.onStatus('refused'),
  })
  return {
    say(next) {
      bytes = next
      sendNow()
    },
    stop: () => link.stop(),
  }
}
