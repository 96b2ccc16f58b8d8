/** Sample copies: one builder for the tests of client and server. */
export { samplePeople, samplePlan, samplePlanFile } from '@kringplan/shared/plan/samplePlanFile.testkit'
