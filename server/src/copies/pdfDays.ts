import { pdfTexts, type PdfLanguage } from './pdfTexts.ts'

/** A day as people say it, in the time of the meeting: "vrijdag 11 juni 2027". Empty for what is no moment. */
export function sayMeetingDay(moment: string, language: PdfLanguage): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return ''
  const format = {
    timeZone: 'Europe/Amsterdam',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  } as const
  return new Intl.DateTimeFormat(pdfTexts[language].tag, format).format(date).replace(',', '')
}
