import type { ConferenceModel } from './model.ts'

/** Pupil, teacher, family and friends about learning; a private part can be switched on. Source: S3, domain 3.4. */
export const leercirkel: ConferenceModel = {
  id: 'leercirkel',
  title: { nl: 'Leercirkel', en: 'Learning circle' },
  summary: {
    nl: 'Leerling, leerkracht, familie en vrienden maken een plan over leren.',
    en: 'Pupil, teacher, family and friends make a plan about learning.',
  },
  door: 'switchOff',
  professionals: 'takePart',
  ledBy: 'coordinator',
  rounds: [
    { nl: 'Hoe gaat het nu met leren?', en: 'How is learning going now?' },
    { nl: 'Wat gaat al goed?', en: 'What is going well already?' },
    { nl: 'Wat kan anders?', en: 'What could be different?' },
  ],
}
