import { lazyPart } from '../live/lazyPart.ts'

/* The pages beside the plan, each loaded when it is opened: who writes does not wait for what is seldom looked at. */
export const CallPage = lazyPart(async () => (await import('./CallPage.tsx')).CallPage)
/** Who came and went, for the circle. */
export const LogPage = lazyPart(async () => (await import('../log/LogPage.tsx')).LogPage)
export const MinePage = lazyPart(async () => (await import('./MinePage.tsx')).MinePage)
/** What somebody asked for that needs a second person, and the way to ask. */
export const ProposalBar = lazyPart(async () => (await import('../phone/table/ProposalBar.tsx')).ProposalBar)
export const MoveOffers = lazyPart(async () => (await import('../phone/table/MoveOffers.tsx')).MoveOffers)
/** The ways out, at the end of "van mij". */
export const LeavePart = lazyPart(async () => (await import('../phone/table/LeavePart.tsx')).LeavePart)
export const QuestionPage = lazyPart(async () => (await import('./QuestionPage.tsx')).QuestionPage)
