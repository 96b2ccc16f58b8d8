import type { OpenView } from '@kringplan/shared/contract/seatView'
import type { Agreement } from '@kringplan/shared/plan/agreement'
import type { Ending } from '@kringplan/shared/plan/planDoc'
import { useEffect, useRef, useState } from 'react'
import { useCircle } from '../../circle/circle.ts'
import { capital } from '../../i18n/capital.ts'
import { m } from '../../messages/compiled/messages.js'
import { lookOf } from '../../seats/lookOf.ts'
import { pageIndex, readingPages } from '../../table/reading.ts'
import type { ReadingHere } from '../../table/useReading.ts'
import { DoorRing } from '../../ui/DoorRing.tsx'
import { PersonChip } from '../../ui/PersonChip.tsx'
import type { Said } from './cardNotes.ts'
import { ReadingPages } from './ReadingPages.tsx'
import styles from './Reading.module.css'
import { SaidPanel } from './SaidPanel.tsx'

export interface ReadingScreenProps {
  readonly view: OpenView
  readonly here: ReadingHere
  readonly agreements: readonly Agreement[]
  readonly ending: Ending
  readonly saidOf: (id: string) => Said
  /** Takes the questions about an agreement away. */
  readonly onSettled: (id: string) => boolean
  /** This agreement has been read as it stands. */
  readonly onHeard: (agreement: Agreement) => void
  /** Why something did not happen, in a sentence. */
  readonly notice: string | null
  /** Somebody else is going to read. */
  readonly onReader: () => void
  readonly onLeave: () => void
  readonly singleKeys: boolean
}

/** The plan read aloud at the table: every device that follows sees the page that is turned to here. */
export function ReadingScreen(props: ReadingScreenProps) {
  const { view, here, agreements, ending, saidOf, onSettled, onHeard, singleKeys } = props
  const { people } = useCircle()
  const pages = readingPages(agreements)
  const [lastIndex, setLastIndex] = useState(0)
  const index = pageIndex(pages, here.reading?.agreement ?? null, lastIndex)
  if (index !== lastIndex) setLastIndex(index)
  const agreement = agreements[index]
  useHeardWhenTurned(agreement, onHeard)
  const said = agreement === undefined ? null : saidOf(agreement.id)
  const notice = here.isLost ? m.bt_lost() : props.notice
  return (
    <ReadingPages
      agreements={agreements}
      ending={ending}
      people={people}
      index={index}
      onGo={(to) => here.turn({ agreement: pages[to] ?? null, reader: here.reading?.reader ?? null })}
      onLeave={props.onLeave}
      reader={<Reader view={view} reader={here.reading?.reader ?? null} onOther={props.onReader} />}
      door={view.hasDoor ? <DoorRing closed={false} size="1.6em" /> : <bdi>{view.circle}</bdi>}
      said={
        said === null || agreement === undefined ? null : (
          <SaidPanel said={said} onSettled={() => onSettled(agreement.id)} />
        )
      }
      saidKey={JSON.stringify(said)}
      notice={notice === null ? undefined : <p className={styles['place']}>{notice}</p>}
      phase={view.phase}
      singleKeys={singleKeys}
      onKey={(action) => action === 'settled' && agreement !== undefined && onSettled(agreement.id)}
    />
  )
}

/** An agreement counts as heard when the page is turned, not while it may still be changed under the reader's eyes. */
function useHeardWhenTurned(agreement: Agreement | undefined, onHeard: (agreement: Agreement) => void): void {
  const latest = useRef(agreement)
  useEffect(() => {
    latest.current = agreement
  }, [agreement])
  const id = agreement?.id
  useEffect(() => {
    return () => {
      if (latest.current?.id === id && latest.current !== undefined) onHeard(latest.current)
    }
  }, [id, onHeard])
}

interface ReaderProps {
  readonly view: OpenView
  readonly reader: string | null
  readonly onOther: () => void
}

/** Who reads, by picture and name. Pressed, another is chosen. */
function Reader({ view, reader, onOther }: ReaderProps) {
  const person = view.people.find(({ id }) => id === reader)
  return (
    <div className={styles['reader']}>
      {person === undefined ? (
        <span>{reader === 'turns' ? m.bt_reads_turns() : m.plan_title()}</span>
      ) : (
        <PersonChip
          name={capital(m.bt_reads({ naam: person.name }))}
          look={lookOf(person)}
          size="calc(48 * var(--u))"
        />
      )}
      <button type="button" onClick={onOther}>
        {reader === null ? m.p_who() : m.bt_other_reader()}
      </button>
    </div>
  )
}
