/**
 * The version of everything a live document holds: key names, meaning of values, allowed text nodes.
 * A device that knows another version never binds an editor to the document [PL1].
 */
export const SCHEMA_VERSION = 1

/** The five questions an agreement answers, in the order they are asked. Only *what* is needed. */
export const questions = ['what', 'who', 'where', 'when', 'fallback'] as const
export type Question = (typeof questions)[number]

/** The questions that are answered in words, each with an XmlFragment of its own. */
export const textFields = ['what', 'where', 'when', 'fallback'] as const
export type TextField = (typeof textFields)[number]

/** The two sets of people in an agreement: who does it, and who talk together when it does not work out. */
export const peopleFields = ['who', 'fallbackWho'] as const
export type PeopleField = (typeof peopleFields)[number]

/** Longest text of one field, in characters, that a screen lets a person write. A paste of more is cut, and said. */
export const MAX_TEXT = 2000

/** Longest free name. */
export const MAX_NAME = 40
