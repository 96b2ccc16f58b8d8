/*
 * What a coordinator writes down before the meeting, beside the question and the names: data without zod, so that
 * the client can carry it. Nobody but the coordinator is told any of it, and it goes when the conference ends [PR2].
 */

/** What somebody takes part with. `with`: together with somebody of the circle. */
export const joinWays = ['phone', 'card', 'with', 'laptop'] as const
export type JoinsBy = (typeof joinWays)[number]

/** How an invitation stands. Only the coordinator says so: nobody counts as coming by opening a link. */
export const invitations = ['none', 'sent', 'coming', 'notComing'] as const
export type Invitation = (typeof invitations)[number]

/** How the family wants to be spoken to. */
export const addresses = ['jij', 'u'] as const
export type Address = (typeof addresses)[number]

/** How the family wants the meeting to be: a few short lines. `address` is null until it was asked. */
export interface Wishes {
  readonly address: Address | null
  readonly food: string
  /** Prayer, music, or another way to begin. */
  readonly opening: string
  readonly other: string
}

export const noWishes: Wishes = { address: null, food: '', opening: '', other: '' }

/** What is written down of one person. */
export interface PreparedPerson {
  readonly id: string
  readonly age: number | null
  readonly joinsBy: JoinsBy
  /** With whom, when that is `with`: a person in the circle, or null while it was not said. */
  readonly joinsWith: string | null
  readonly invitation: Invitation
  /** Somebody said that the paper card was printed. Not any more after a change of the name. */
  readonly hasCard: boolean
  /** What a professional tells about, in a few words. */
  readonly tells: string
}

/** Everything that only who prepares the conference is told. */
export interface Preparation {
  readonly endsAt: string | null
  /** A line for the card: who cooks, or that there is soup. */
  readonly food: string
  readonly wishes: Wishes
  /** Somebody said that no professional comes to tell something. */
  readonly nobodyTells: boolean
  /** Everybody but the coordinators, in the order of the list. */
  readonly people: readonly PreparedPerson[]
}
