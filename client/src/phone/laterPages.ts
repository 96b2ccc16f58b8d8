/* The pages of the live document after the list, in one file: on bad wifi each further request costs more than its bytes. */
export { AgreementPage } from './AgreementPage.tsx'
export { PhoneIdeas } from './PhoneIdeas.tsx'
export { QuestionSheet } from './QuestionSheet.tsx'
