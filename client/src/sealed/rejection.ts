import type { RejectCode } from '@kringplan/shared/sealed/relayFrames'

/**
 * What a refusal of the relay means to a device: send it again `later`, make room (`full`), another snapshot was first (`race`),
 * connect `again`, or it is of no use any more (`final`). `nothing` is for what an honest device never causes.
 */
export type Rejection = 'later' | 'full' | 'race' | 'again' | 'final' | 'nothing'

/** The meaning of every code. */
export const rejections: Readonly<Record<RejectCode, Rejection>> = {
  rate: 'later',
  logFull: 'full',
  snapshotRace: 'race',
  roomFull: 'again',
  badToken: 'final',
  notInside: 'final',
  gone: 'final',
  badFrame: 'nothing',
  tooLarge: 'nothing',
  knocksFull: 'nothing',
}
