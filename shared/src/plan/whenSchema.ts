import { z } from 'zod'
import { dayParts, whenUnits } from './when.ts'

/* The demands on a rule as a schema, for the contract. Apart from `when.ts`, which the phones load without zod. */

const isoDay = z.iso.date()
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** A rule of the contract. It says of every value the same as `isWhenRule`. [WH2] */
export const whenRule = z
  .strictObject({
    unit: z.enum(whenUnits),
    interval: z.int().min(1).max(52),
    weekdays: z.array(z.int().min(1).max(7)).max(7),
    first: isoDay,
    last: isoDay.nullable(),
    time: clockTime.nullable(),
    until: clockTime.nullable(),
    part: z.enum(dayParts).nullable(),
  })
  .refine((rule) => rule.weekdays.every((day, i) => i === 0 || day > (rule.weekdays[i - 1] ?? 0)))
  .refine((rule) => rule.unit === 'week' || rule.weekdays.length === 0)
  .refine((rule) => rule.unit !== 'once' || (rule.interval === 1 && rule.last === null))
  .refine((rule) => rule.last === null || rule.last >= rule.first)
  .refine((rule) => rule.until === null || (rule.time !== null && rule.until > rule.time))
  .refine((rule) => rule.time === null || rule.part === null)
