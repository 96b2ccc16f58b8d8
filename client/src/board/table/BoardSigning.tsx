import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState, type ReactNode } from 'react'
import { useCircle } from '../../circle/circle.ts'
import { m } from '../../messages/compiled/messages.js'
import { useAgreements } from '../../plan/usePlan.ts'
import { useEnding } from '../../plan/useEnding.ts'
import { useOwnVersion } from '../../table/compareVersion.ts'
import { DoorRing } from '../../ui/DoorRing.tsx'
import type { BoardScreenProps } from '../BoardSeat.tsx'
import { KeysHelp } from '../KeysHelp.tsx'
import type { BoardAction } from '../keymap.ts'
import { RestCover } from '../RestCover.tsx'
import { useBoardKeys } from '../useBoardKeys.ts'
import { AskMove } from './AskMove.tsx'
import { PaperScreen } from './PaperScreen.tsx'
import { PersonSigns } from './PersonSigns.tsx'
import { ReadingPages } from './ReadingPages.tsx'
import reading from './Reading.module.css'
import { SignedPerson } from './SignedPerson.tsx'
import { signersOf } from './signers.ts'
import { SigningCircle } from './SigningCircle.tsx'
import type { SigningPlace } from './signingState.ts'
import { TableStrips } from './TableStrips.tsx'
import type { Moves } from './useMoves.ts'

export interface BoardSigningProps extends BoardScreenProps {
  readonly view: OpenView
  readonly moves: Moves
}

/** B9: the circle signs one version. Who has no phone signs here; only here it is seen who has signed. */
export function BoardSigning({ view, moves, settings, onSettings }: BoardSigningProps) {
  const circle = useCircle()
  const { doc } = circle.live
  const own = useOwnVersion(view, circle.live)
  const agreements = useAgreements(doc)
  const ending = useEnding(doc)
  const [place, setPlace] = useState<SigningPlace>({ at: 'circle' })
  const [cover, setCover] = useState<'none' | 'rest' | 'help'>('none')
  const [said, setSaid] = useState('')
  const people = signersOf(view)

  const back = (words = '') => {
    moves.forget()
    setSaid(words)
    setPlace({ at: 'circle' })
  }
  const go = (to: SigningPlace) => {
    moves.forget()
    setSaid('')
    setPlace(to)
  }
  const act = (action: BoardAction): boolean => {
    if (action === 'contrast') {
      return (onSettings({ ...settings, contrast: !settings.contrast }), true)
    }
    if (cover !== 'none') {
      if (action !== 'back' && action !== cover) return false
      return (setCover('none'), true)
    }
    if (action === 'rest' || action === 'help') return (setCover(action), true)
    if (place.at !== 'circle') return false
    if (action === 'read' || action === 'plan') return (go({ at: 'read', index: 0 }), true)
    if (action !== 'paper' && action !== 'table' && action !== 'finish') return false
    return (go({ at: action }), true)
  }
  useBoardKeys(settings.singleKeys, act, view.phase)

  if (cover === 'rest') return <RestCover question={circle.question} onLeave={() => setCover('none')} />
  if (cover === 'help') {
    return (
      <KeysHelp
        circle={circle}
        phase={view.phase}
        hasDoor={false}
        settings={settings}
        onSettings={onSettings}
        onLeave={() => setCover('none')}
      />
    )
  }

  const body = (): ReactNode => {
    switch (place.at) {
      case 'circle':
        return (
          <SigningCircle
            view={view}
            own={own}
            said={said}
            onGo={go}
            onHelp={() => setCover('help')}
            strips={
              <TableStrips
                view={view}
                moves={moves}
                onAsked={(move) => (move === 'table' || move === 'finish') && go({ at: move })}
              />
            }
          />
        )
      case 'person': {
        const person = people.find(({ id }) => id === place.id)
        const given = view.plan?.signed?.find(({ personId }) => personId === place.id)
        if (person === undefined) return null
        return given === undefined ? (
          <PersonSigns
            key={person.id}
            view={view}
            person={person}
            own={own}
            agreements={agreements}
            onDone={back}
            onLeave={() => back()}
          />
        ) : (
          <SignedPerson view={view} person={person} given={given} onDone={back} onLeave={() => back()} />
        )
      }
      case 'paper':
        return <PaperScreen view={view} own={own} onLeave={() => back()} />
      case 'read':
        return (
          <ReadingPages
            agreements={agreements}
            ending={ending}
            people={circle.people}
            index={Math.min(place.index, agreements.length)}
            onGo={(index) => setPlace({ at: 'read', index })}
            onLeave={() => back()}
            reader={<p className={reading['reader']}>{m.plan_title()}</p>}
            door={view.hasDoor ? <DoorRing closed={false} size="1.6em" /> : <bdi>{view.circle}</bdi>}
            phase={view.phase}
            singleKeys={settings.singleKeys}
            onKey={() => false}
          />
        )
      case 'table':
        return (
          <AskMove
            ask={m.bt_table_ask()}
            lines={[m.bt_table_1(), m.bt_table_2()]}
            yes={m.tb_table()}
            no={m.ui_no()}
            moves={moves}
            onYes={() => void moves.make('table')}
            onNo={() => back()}
          />
        )
      case 'finish':
        return (
          <AskMove
            ask={m.bt_finish_ask()}
            lines={[m.bt_finish_1(), m.bt_finish_2(), m.bt_finish_3()]}
            yes={m.tb_finish()}
            moves={moves}
            onYes={() => void moves.make('finish')}
            onNo={() => back()}
          />
        )
    }
  }
  return body()
}
