import { z } from 'zod'
import { DRAWING, MAX_POINTS, signatureDevices } from '../plan/signature.ts'
import { whenRule } from '../plan/whenSchema.ts'
import { idText } from './fields.ts'

/* What devices send of a plan: the visible text when a door opens, and signatures. */

/** Own words are kept as they are, however many: only the whole is bounded (MAX_PLAN_BYTES), where the body is read. */
const words = z.string()

const who = z.union([
  z.strictObject({ kind: z.literal('person'), id: idText }),
  z.strictObject({ kind: z.literal('everybody') }),
  z.strictObject({
    kind: z.literal('name'),
    id: idText,
    name: words,
  }),
])
const people = z.array(who)
const rule = whenRule.nullable()

const agreement = z.strictObject({
  id: idText,
  what: words,
  who: people,
  where: words,
  when: words,
  rule,
  fallback: words,
  fallbackWho: people,
})

/** A `PlanContent`: the agreements in order, each id once, and how the plan goes on. */
export const planContent = z.strictObject({
  agreements: z.array(agreement).refine((row) => new Set(row.map(({ id }) => id)).size === row.length),
  ending: z.strictObject({
    when: words,
    rule,
    where: words,
    who: people,
    watcher: people,
    later: z.boolean(),
  }),
})

const point = z.int().min(0).max(DRAWING.width)
const stroke = z
  .array(point)
  .min(2)
  .refine((points) => points.length % 2 === 0)

/** A `SignatureMark`. */
export const signatureMark = z.union([
  z.strictObject({
    way: z.literal('drawn'),
    strokes: z
      .array(stroke)
      .min(1)
      .max(200)
      .refine((all) => all.reduce((sum, one) => sum + one.length / 2, 0) <= MAX_POINTS),
  }),
  z.strictObject({ way: z.literal('typed'), text: z.string().trim().min(1).max(80) }),
  z.strictObject({ way: z.literal('picture'), picture: z.string().max(20), colour: z.string().max(20) }),
  z.strictObject({ way: z.literal('paper') }),
])

export const signatureDevice = z.enum(signatureDevices)
