import type { ConferenceModel } from './model.ts'

/** Two parties look for a way back to each other, led by the coordinator. Source: S2. */
export const weerInContact: ConferenceModel = {
  id: 'weerInContact',
  title: { nl: 'Weer in contact', en: 'Back in touch' },
  summary: {
    nl: 'Mensen met ruzie zoeken samen hoe het weer goed komt. De coördinator leidt het gesprek.',
    en: 'People in conflict look together for a way to make it right. The coordinator leads the talk.',
  },
  door: 'never',
  professionals: 'takePart',
  ledBy: 'coordinator',
  rounds: [
    { nl: 'Wat is er gebeurd?', en: 'What happened?' },
    { nl: 'Wat deed dat met jou?', en: 'What did that do to you?' },
    { nl: 'Wat is er nodig om weer verder te kunnen?', en: 'What is needed to go on?' },
  ],
}
