import type { ConferenceModel } from './model.ts'

/** The restorative meeting: both sides and their own people, by the script's questions. Source: S3, domain 3.3. */
export const echtRecht: ConferenceModel = {
  id: 'echtRecht',
  title: { nl: 'Echt Recht-bijeenkomst', en: 'Restorative meeting' },
  summary: {
    nl: 'Beide kanten maken samen goed wat er is gebeurd. De coördinator stelt de vragen.',
    en: 'Both sides repair together what happened. The coordinator asks the questions.',
  },
  door: 'never',
  professionals: 'takePart',
  ledBy: 'coordinator',
  rounds: [
    { nl: 'Wat is er gebeurd?', en: 'What happened?' },
    { nl: 'Voor wie had dit gevolgen? Welke?', en: 'Who was affected, and how?' },
    { nl: 'Wat is er nodig om het te herstellen?', en: 'What is needed to repair it?' },
  ],
}
