import type { Guided } from '@kringplan/shared/guided.testkit'
import * as Y from 'yjs'
import { LiveState } from './liveState.ts'
import { nothing, presenceFrame, syncFrame, updateWith } from './openClient.testkit.ts'
import { decodeOpenFrame } from './openFrames.ts'

export const openReaders: Readonly<Record<string, Guided>> = {
  decodeOpenFrame: {
    seeds: [
      syncFrame(0, nothing),
      syncFrame(1, updateWith('x')),
      syncFrame(2, updateWith('woorden')),
      presenceFrame([{ client: 3, clock: 1, state: '{"name":"x"}' }]),
      Uint8Array.of(3),
    ],
    check: (any) => {
      try {
        decodeOpenFrame(any)
      } catch (error) {
        // It says so by throwing, and what throws is made for that.
        if (!(error instanceof Error)) throw error
      }
    },
  },
  liveState: {
    seeds: [updateWith('woorden'), updateWith('en nog meer woorden')],
    check: (any) => {
      const stored = { seq: 0, snapshot: updateWith('kanarie'), updates: [] }
      const live = new LiveState<string>(stored, () => undefined)
      if (live.apply(any, 'x') === 'broken') live.rebuild(stored)
      const words = live.read((doc: Y.Doc) => JSON.stringify(doc.getText('words').toJSON()))
      live.destroy()
      if (!words.includes('kanarie')) throw new Error('what stood there is gone')
    },
  },
}
