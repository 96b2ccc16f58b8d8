import type { Refusal } from '@kringplan/shared/refusals'

/** What a handler answers: the output, or a refusal with what a screen may say about it. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal; readonly field?: string; readonly from?: string }

/** The output of calls that have nothing to say but that it is done. */
export const done = { ok: true, value: { done: true } } as const

/** The one answer to everything that has to do with rights. */
export const refused = { ok: false, refusal: 'refused' } as const

/** Input that is not as asked, and which part of it. */
export const badField = (field: string) => ({ ok: false, refusal: 'badInput', field }) as const
