import { z } from 'zod'
import { ID_SHAPE } from '../plan/schema.ts'
import { LONGEST_NAME, NOT_IN_NAMES } from './nameSigns.ts'

/*
 * The fields of the contract that people fill in. Lengths are counted in code points of the NFC form;
 * control characters, direction overrides and line breaks in names are refused, so that a name can never
 * dress up as another or break a line of the plan.
 */

const text = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((value) => value.normalize('NFC').replaceAll(/\s+/gu, ' ').trim())
    .refine((value) => [...value].length <= max)

/** A person's name as the circle says it: 1 to 40 characters, at least one letter or digit. */
export const personName = text(LONGEST_NAME).refine(
  (value) => /[\p{L}\p{N}]/u.test(value) && !NOT_IN_NAMES.test(value),
)

/** The name of the circle: "De kring van Johan". */
export const circleName = text(60).refine((value) => value !== '' && !NOT_IN_NAMES.test(value))

/** The conference question. */
export const questionText = text(300).refine((value) => value !== '' && !NOT_IN_NAMES.test(value))

/** A short line: place, a point of information. May be empty. */
export const shortLine = text(200).refine((value) => !NOT_IN_NAMES.test(value))

/** A random id made by us: 16 to 32 characters of base64url. */
export const idText = z.string().regex(ID_SHAPE)

/** A secret from a link's fragment. */
export const tokenText = z.string().regex(/^[A-Za-z0-9_-]{20,64}$/)

/** Bytes as base64url, bounded. */
export const bytesText = (maxBytes: number) =>
  z
    .string()
    .max(Math.ceil((maxBytes * 4) / 3) + 4)
    .regex(/^[A-Za-z0-9_-]*$/)

/** Languages a person can be known to read. The interface is complete in nl and en. */
export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]
export const language = z.enum(languages)

/** A moment in time: ISO 8601 in UTC, to the minute or finer. */
export const instant = z.iso.datetime()
