import { useLocation } from 'wouter'
import { pageUnder } from '../../routes.ts'

/** What is asked about the next meeting, each on a sheet of its own. */
export const meetQuestions = ['when', 'where', 'who', 'watcher'] as const
export type MeetQuestion = (typeof meetQuestions)[number]

const slugs: Readonly<Record<MeetQuestion, string>> = {
  when: 'wanneer',
  where: 'waar',
  who: 'wie',
  watcher: 'wie-let-op',
}

/** The address of the next meeting, or of a question about it. */
export function meetPath(home: string, question?: MeetQuestion): string {
  return question === undefined ? `${home}/weer-samen` : `${home}/weer-samen/${slugs[question]}`
}

/** The question in an address; null for the page itself, and for what it does not know. */
export function readMeetPlace(location: string, home: string): MeetQuestion | null {
  const [, slug] = pageUnder(location, home).split('/')
  return meetQuestions.find((question) => slugs[question] === slug) ?? null
}

/** Opens and closes a sheet as a page of its own, so that the phone's own "back" closes it. */
export function useMeetSheet(home: string) {
  const [, go] = useLocation()
  return {
    open: (question: MeetQuestion) => go(meetPath(home, question), { state: { sheet: true } }),
    close: () => {
      const { sheet } = (history.state ?? {}) as { readonly sheet?: boolean }
      if (sheet === true) history.back()
      else go(meetPath(home), { replace: true })
    },
  }
}
