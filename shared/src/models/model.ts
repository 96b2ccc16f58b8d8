import { z } from 'zod'

/** A text in the languages the product itself is complete in. */
export const localText = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) })

/**
 * A kind of meeting, as data. A model carries no rights: rights follow from role, phase and whether the
 * conference has a door (policy/table.ts). Adding a model is adding a file with such an object.
 */
export const conferenceModel = z.strictObject({
  id: z.string().regex(/^[a-z][a-zA-Z]+$/),
  /** What the coordinator chooses by. */
  title: localText,
  /** One sentence under the title. */
  summary: localText,
  /** The private part: always, never, or a switch of the coordinator that starts in this position. */
  door: z.enum(['always', 'never', 'switchOff']),
  /** Whether professionals give information and leave, or take part throughout. */
  professionals: z.enum(['inform', 'takePart']),
  /** Who leads the talk while the plan is made. */
  ledBy: z.enum(['circle', 'coordinator']),
  /** What is asked aloud before the plan is made, in order; never typed. */
  rounds: z.array(localText),
})

export type ConferenceModel = z.infer<typeof conferenceModel>
export type LocalText = z.infer<typeof localText>
