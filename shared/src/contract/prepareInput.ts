import { z } from 'zod'
import { addresses, invitations, joinWays } from '../conference/preparation.ts'
import { circleName, idText, instant, language, personName, questionText, shortLine } from './fields.ts'

/* The inputs with which a coordinator prepares a conference: who comes, when and where, how they want it. */

const role = z.enum(['member', 'professional'])
const age = z.int().min(0).max(120).nullable()

/** A person as a coordinator writes them down. What is left out stands as for somebody of whom only the name is known. */
const person = {
  name: personName,
  language,
  role,
  mainPerson: z.boolean(),
  age: age.default(null),
  joinsBy: z.enum(joinWays).default('phone'),
  invitation: z.enum(invitations).default('none'),
  tells: shortLine.default(''),
}

export const personInput = z.strictObject({ ...person, joinsWith: idText.nullable().default(null) })

/** In a conference that is being made nobody has an id yet: `joinsWith` is a place in the list of people. */
export const newPersonInput = z.strictObject({
  ...person,
  joinsWith: z.int().min(0).max(59).nullable().default(null),
})

const personFields = z.strictObject({
  name: personName.optional(),
  language: language.optional(),
  role: role.optional(),
  mainPerson: z.boolean().optional(),
  age: age.optional(),
  joinsBy: z.enum(joinWays).optional(),
  joinsWith: idText.nullable().optional(),
  invitation: z.enum(invitations).optional(),
  hasCard: z.boolean().optional(),
  tells: shortLine.optional(),
})

/**
 * What changes of a person; the rest stays. `was`: what the screen showed when the change was begun. When something
 * else stands there by now the answer is `stale` and nothing changes [PR4].
 */
export const personChange = personFields.extend({ was: personFields.optional() })

const wishes = z.strictObject({
  address: z.enum(addresses).nullable(),
  food: shortLine,
  opening: shortLine,
  other: shortLine,
})

const conferenceFields = z.strictObject({
  circle: circleName.optional(),
  question: questionText.optional(),
  startsAt: instant.nullable().optional(),
  endsAt: instant.nullable().optional(),
  place: shortLine.optional(),
  food: shortLine.optional(),
  wishes: wishes.partial().optional(),
  nobodyTells: z.boolean().optional(),
})

/** What changes of a conference; `was` as with a person. */
export const conferenceChange = conferenceFields.extend({ was: conferenceFields.optional() })

/** Everybody of the list but the coordinators, in their new order. */
export const peopleOrder = z.strictObject({ people: z.array(idText).max(120) })
