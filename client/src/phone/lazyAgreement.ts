import { lazyPart } from '../live/lazyPart.ts'

/* One agreement, its questions, and the ideas: loaded after the list, which is read first, and all at once. */
const load = () => import('./laterPages.ts')
export const AgreementPage = lazyPart(async () => (await load()).AgreementPage)
export const QuestionSheet = lazyPart(async () => (await load()).QuestionSheet)
export const PhoneIdeas = lazyPart(async () => (await load()).PhoneIdeas)

/** Fetches them ahead, so that the first tap finds them, also where the network has gone meanwhile. */
export function preloadAgreement(): void {
  // A failed try costs nothing: they are fetched again when they are opened.
  load().catch(() => {})
}
