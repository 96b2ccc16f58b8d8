import { lazyPart } from '../live/lazyPart.ts'

const loadPage = async () => (await import('./AgreementPage.tsx')).AgreementPage
const loadSheet = async () => (await import('./QuestionSheet.tsx')).QuestionSheet
const loadIdeas = async () => (await import('./PhoneIdeas.tsx')).PhoneIdeas

/* One agreement, its questions, and the ideas: loaded after the list, which is read first. */
export const AgreementPage = lazyPart(loadPage)
export const QuestionSheet = lazyPart(loadSheet)
export const PhoneIdeas = lazyPart(loadIdeas)

/** Fetches them ahead, so that the first tap finds them, also where the network has gone meanwhile. */
export function preloadAgreement(): void {
  // A failed try costs nothing: they are fetched again when they are opened.
  Promise.all([loadPage(), loadSheet(), loadIdeas()]).catch(() => {})
}
