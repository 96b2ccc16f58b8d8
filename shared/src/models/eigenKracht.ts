import type { ConferenceModel } from './model.ts'

/** The family group conference: information, private family time behind the door, presentation. Source: S3, S4. */
export const eigenKracht: ConferenceModel = {
  id: 'eigenKracht',
  title: { nl: 'Eigen Kracht-conferentie', en: 'Family group conference' },
  summary: {
    nl: 'De familie maakt alleen het plan. De deur is dan dicht.',
    en: 'The family makes the plan alone. The door is closed then.',
  },
  door: 'always',
  professionals: 'inform',
  ledBy: 'circle',
  rounds: [],
}
