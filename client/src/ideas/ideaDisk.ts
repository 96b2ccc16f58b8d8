/** An idea that only this device has: its person has not put it on the board. */
export interface PrivateIdea {
  readonly id: string
  readonly text: string
  /** When it was begun, in milliseconds: the order in the list. */
  readonly at: number
}

/**
 * Where one seat keeps its private ideas, on this device only. Calls may reject: a private window has no storage,
 * and a room that was forgotten has no key.
 */
export interface IdeaDisk {
  read(): Promise<readonly PrivateIdea[]>
  keep(idea: PrivateIdea): Promise<void>
  drop(id: string): Promise<void>
}

/** Opens the disk of a seat, when it is first needed. */
export type OpenIdeaDisk = () => Promise<IdeaDisk>
