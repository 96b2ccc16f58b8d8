import type { ConferenceModel } from './model.ts'

/** The group meeting without a private part; the coordinator leads fixed rounds. Source: S0, S1. */
export const alleHens: ConferenceModel = {
  id: 'alleHens',
  title: { nl: 'Alle Hens-bijeenkomst', en: 'All Hands meeting' },
  summary: {
    nl: 'Een groep, straat of buurt maakt samen een plan. De coördinator leidt het gesprek.',
    en: 'A group, street or neighbourhood makes a plan together. The coordinator leads the talk.',
  },
  door: 'never',
  professionals: 'takePart',
  ledBy: 'coordinator',
  rounds: [
    { nl: 'Wat is er gebeurd?', en: 'What happened?' },
    { nl: 'Wat voel en denk je daarbij?', en: 'What do you feel and think about it?' },
    { nl: 'Wat zouden wij dan kunnen doen?', en: 'What could we do then?' },
  ],
}
