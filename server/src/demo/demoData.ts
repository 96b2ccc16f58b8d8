import { colours, pictures } from '@kringplan/shared/conference/palette'
import { invitations, joinWays } from '@kringplan/shared/conference/preparation'
import { circleName, language, personName, questionText, shortLine } from '@kringplan/shared/contract/fields'
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const person = z.strictObject({
  name: personName,
  language: language.default('nl'),
  role: z.enum(['member', 'professional']).default('member'),
  mainPerson: z.boolean().default(false),
  picture: z.enum(pictures).optional(),
  colour: z.enum(colours).optional(),
  age: z.int().optional(),
  joinsBy: z.enum(joinWays).default('phone'),
  /** A name of the same file. */
  joinsWith: personName.optional(),
  invitation: z.enum(invitations).default('coming'),
  tells: shortLine.default(''),
})

/** A conference of the demo as its file has it. */
const demoConference = z.strictObject({
  model: z.string(),
  door: z.enum(['on', 'off']),
  circle: circleName,
  question: questionText,
  place: shortLine,
  coordinators: z.array(personName).min(1),
  people: z.array(person),
  points: z.array(z.strictObject({ by: personName, kind: z.enum(['worry', 'offer']), text: shortLine })),
  /** The three members whose links are printed. */
  links: z.array(personName).length(3),
})

export type DemoConference = z.infer<typeof demoConference>

/** Reads a conference from server/demo. */
export function readDemo(name: 'johan' | 'wilgenplein'): DemoConference {
  const file = new URL(`../../demo/${name}.json`, import.meta.url)
  return demoConference.parse(JSON.parse(readFileSync(file, 'utf8')))
}
