import type { SealedEnv } from './sealedEnv.ts'

/** No answer for so long: the connection is dead, whatever the browser says. */
const answerTimeoutMs = 10_000
/** Others repeat who they are every 15 s, so this much silence is no silence of theirs. */
const silenceMs = 45_000
const lookMs = 15_000

/** Notices a connection that is dead without having closed, as phones leave behind. */
export type Watchdog = {
  /** A frame has come in; `others` says whether others are known to be there. */
  heard(hasOthers: boolean): void
  /** Something waits for an answer. Asking more does not give the answer more time. */
  expect(): void
  /** An answer has come in. */
  answered(): void
  /** Looks now: the page has been asleep perhaps. */
  look(): void
  stop(): void
}

/** Calls `onDead` when an answer stays away or others fall silent. */
export function createWatchdog(env: SealedEnv, onDead: () => void): Watchdog {
  let lastAt: number | undefined
  let hasOthers = false
  let cancelAnswer: (() => void) | undefined
  let cancelLook: (() => void) | undefined

  const stop = () => {
    cancelAnswer?.()
    cancelLook?.()
    cancelAnswer = cancelLook = lastAt = undefined
    hasOthers = false
  }
  const look = () => {
    if (lastAt === undefined) return
    if (hasOthers && env.now() - lastAt > silenceMs) {
      stop()
      onDead()
    }
  }
  const lookLater = () => {
    cancelLook = env.setTimer(() => {
      look()
      if (lastAt !== undefined) lookLater()
    }, lookMs)
  }
  return {
    heard(others) {
      lastAt = env.now()
      hasOthers = others
      if (cancelLook === undefined) lookLater()
    },
    expect() {
      cancelAnswer ??= env.setTimer(() => {
        stop()
        onDead()
      }, answerTimeoutMs)
    },
    answered() {
      cancelAnswer?.()
      cancelAnswer = undefined
    },
    look,
    stop,
  }
}
