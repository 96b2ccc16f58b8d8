import { isPhase, type Phase } from '@kringplan/shared/phase/phases'
import { m } from '../messages/compiled/messages.js'

const texts: Readonly<Record<Phase, () => string>> = {
  preparation: () => m.phase_preparation(),
  information: () => m.phase_information(),
  deliberation: () => m.phase_deliberation(),
  presentation: () => m.phase_presentation(),
  signing: () => m.phase_signing(),
  followUp: () => m.phase_followUp(),
  closed: () => m.phase_closed(),
}

/** Where a conference is, in a sentence. */
export function phaseText(phase: string): string {
  return isPhase(phase) ? texts[phase]() : ''
}
