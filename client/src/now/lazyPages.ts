import { lazyPart } from '../live/lazyPart.ts'

/* The pages beside the plan, each loaded when it is opened: who writes does not wait for what is seldom looked at. */
export const CallPage = lazyPart(async () => (await import('./CallPage.tsx')).CallPage)
export const MinePage = lazyPart(async () => (await import('./MinePage.tsx')).MinePage)
export const QuestionPage = lazyPart(async () => (await import('./QuestionPage.tsx')).QuestionPage)
