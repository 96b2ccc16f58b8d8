import { sealedLimits } from '@kringplan/shared/sealed/limits'

/** Stays below the relay's own limits, so that an honest device is never refused for speed. */
const perSecond = sealedLimits.messagesPerSecond * 0.8
const burst = sealedLimits.messageBurst * 0.8

/** How many messages may go out now. */
export type MessageBudget = {
  /** Takes one if there is one. */
  take(): boolean
  /** How long until there is one. */
  waitMs(): number
}

/** A budget of messages that fills up with time. */
export function createMessageBudget(now: () => number): MessageBudget {
  let tokens = burst
  let at = now()
  const fill = () => {
    const time = now()
    tokens = Math.min(burst, tokens + (Math.max(0, time - at) / 1000) * perSecond)
    at = time
  }
  return {
    take: () => {
      fill()
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
    waitMs: () => {
      fill()
      return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perSecond) * 1000)
    },
  }
}
