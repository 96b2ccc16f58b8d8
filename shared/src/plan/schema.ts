/**
 * The version of everything a live document holds: key names, meaning of values, allowed text nodes.
 * A device that knows another version never binds an editor to the document [PL1].
 */
export const SCHEMA_VERSION = 2

/** The five questions an agreement answers, in the order they are asked. Only *what* is needed. */
export const questions = ['what', 'who', 'where', 'when', 'fallback'] as const
export type Question = (typeof questions)[number]

/** The questions that are answered in words, each with an XmlFragment of its own. */
export const textFields = ['what', 'where', 'when', 'fallback'] as const
export type TextField = (typeof textFields)[number]

/**
 * The sets of people: who does it, who talk together when it does not work out, and, in the ending, who watches
 * over the plan.
 */
export const peopleFields = ['who', 'fallbackWho', 'watcher'] as const
export type PeopleField = (typeof peopleFields)[number]

/** Those of an agreement. */
export type AgreementPeople = Exclude<PeopleField, 'watcher'>

/** The id under which the next meeting is edited with the fields of an agreement. No random id looks like it. */
export const ENDING = 'ending'

/** Longest text of one field, in characters, that a screen lets a person write. A paste of more is cut, and said. */
export const MAX_TEXT = 2000

/** Longest free name. */
export const MAX_NAME = 40

/** Most agreements that a screen lets a circle write. Eighteen are usual. */
export const MAX_AGREEMENTS = 200

/** Most people in one set that a screen lets a circle choose by name. */
export const MAX_WHO = 100

/**
 * Largest plan that crosses, in bytes of its JSON: all that the limits above allow fits, in any script. Only the whole is
 * bounded, and not its parts: a door that one long field keeps shut locks its circle in.
 */
export const MAX_PLAN_BYTES = 8 * 1024 * 1024

/** A random id made by us: 16 to 32 characters of base64url. */
export const ID_SHAPE = /^[A-Za-z0-9_-]{10,32}$/
