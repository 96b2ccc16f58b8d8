import { m } from '../messages/compiled/messages.js'

/** What the room must know about this server: that it is the demo, or that the connection is not private. */
export function practiceWords(view: { readonly demo: boolean; readonly practice: boolean }): string {
  return [
    view.demo ? `${m.demo_title()}. ${m.demo_body()}` : '',
    view.practice ? `${m.practice_title()}. ${m.practice_body()}` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The same in a few words, for beside the plan. */
export function shortNotice(view: { readonly demo: boolean; readonly practice: boolean }): string {
  return view.practice ? m.practice_short() : view.demo ? m.demo_short() : ''
}
