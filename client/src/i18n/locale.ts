import { useSyncExternalStore } from 'react'
import { getLocale, locales, overwriteGetLocale } from '../messages/compiled/runtime.js'

/** A language in which every message of the interface exists. */
export type Locale = (typeof locales)[number]

/** How a language is called by those who speak it, and which way it is written. */
export const languages: Readonly<
  Record<Locale, { readonly name: string; readonly dir: 'ltr' | 'rtl'; readonly tag: string }>
> = {
  nl: { name: 'Nederlands', dir: 'ltr', tag: 'nl-NL' },
  en: { name: 'English', dir: 'ltr', tag: 'en-GB' },
}

const listeners = new Set<() => void>()
let current: Locale = firstLocale(typeof navigator === 'undefined' ? [] : navigator.languages)

overwriteGetLocale(() => current)
markDocument(current)

/** Whether `value` is a language of the interface. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value)
}

/** The first language of a person's list that the interface speaks; Dutch when there is none. */
export function firstLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split('-')[0]
    if (isLocale(language)) return language
  }
  return 'nl'
}

/**
 * The language the interface speaks now. A component that shows messages calls this, or is drawn by one that
 * does: the app calls it at its root, so a change draws every screen anew without losing what was typed.
 */
export function useLocale(): Locale {
  return useSyncExternalStore(subscribe, getLocale, getLocale)
}

/** The language the interface speaks now, outside React. */
export function readLocale(): Locale {
  return current
}

/**
 * Changes the language of the interface for the person at this screen. The caller remembers it for the seat.
 * Sets `lang` and `dir` of the page, so that screen readers and read-aloud take the right voice.
 */
export function setLocale(locale: Locale): void {
  if (locale === current) return
  current = locale
  markDocument(locale)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function markDocument(locale: Locale): void {
  if (typeof document === 'undefined') return
  document.documentElement.lang = locale
  document.documentElement.dir = languages[locale].dir
}
