import type { ChainedLine, LogPerson } from '@kringplan/shared/log/doorLog'
import { sayDevice } from '../door/sayDevice.ts'
import { m } from '../messages/compiled/messages.js'

/** A line of the log in plain words: "oom Herman kwam binnen met een telefoon." */
export function logWords({ kind, who, by }: Pick<ChainedLine, 'kind' | 'who' | 'by'>): string {
  const naam = nameOf(who)
  const door = nameOf(by)
  switch (kind) {
    case 'began':
      return m.lg_began({ naam })
    case 'came':
      return m.lg_came({ naam })
    case 'asked':
      return m.lg_asked({ naam })
    case 'letIn':
      return m.lg_let_in({ naam, door })
    case 'sentAway':
      return m.lg_sent_away({ naam, door })
    case 'left':
      return m.lg_left({ naam })
    case 'gone':
      return who?.role === 'board' ? m.lg_gone_board() : m.lg_gone({ naam })
    case 'removed':
      return m.lg_removed({ naam, door })
    case 'paired':
      return by === null ? m.lg_came({ naam }) : m.lg_paired({ door })
    case 'closed':
      return m.lg_closed({ naam })
    case 'opened':
      return m.lg_opened({ naam })
    case 'anewAsked':
      return m.lg_anew_asked({ naam })
    case 'anewDropped':
      return m.lg_anew_dropped({ door })
    case 'anew':
      return m.lg_anew({ naam, door })
    case 'invited':
      return m.lg_invited({ naam, door })
    case 'inside':
      return who?.role === 'member' ? m.lg_inside_phone({ naam }) : m.lg_inside({ naam })
    case 'tried':
      return m.lg_tried({ naam })
    case 'takenOut':
      return m.lg_out({
        door,
        wat: sayDevice({ kind: who?.role === 'board' ? 'board' : 'phone', name: naam }),
      })
    case 'called':
      return m.lg_called()
    case 'coming':
      return m.lg_coming({ naam })
    case 'knocked':
      return m.lg_knocked({ naam })
    case 'drafted':
      return m.lg_drafted()
    case 'presented':
      return m.lg_presented()
    case 'frozen':
      return m.lg_frozen({ naam })
    case 'tabled':
      return m.lg_tabled({ naam })
    case 'finished':
      return m.lg_finished({ naam })
    default:
      // A server of a later build.
      return m.lg_something()
  }
}

function nameOf(one: LogPerson | null): string {
  if (one === null) return m.lg_somebody()
  return one.role === 'board' ? m.inside_board() : one.name
}
