import { ENDING } from '@kringplan/shared/plan/schema'
import { m } from '../messages/compiled/messages.js'
import { pageIndex, readingPages } from '../table/reading.ts'
import type { ReadingHere } from '../table/useReading.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './TurnReading.module.css'

export interface TurnReadingProps {
  readonly here: ReadingHere
  readonly agreements: readonly { readonly id: string }[]
}

/** Turns the page of what is read aloud for everybody, from the screen of who leads the talk. */
export function TurnReading({ here, agreements }: TurnReadingProps) {
  const { reading, turn, isLost } = here
  const pages = readingPages(agreements)
  const at = reading?.agreement ?? null
  const index = pageIndex(pages, at, 0)
  const go = (to: number | null) =>
    turn({ agreement: to === null ? null : (pages[to] ?? null), reader: reading?.reader ?? null })
  if (at === null) {
    return (
      <div className={styles['turns']}>
        <Button kind="primary" onClick={() => go(0)}>
          {m.bt_read_do()}
        </Button>
      </div>
    )
  }
  const isLast = index >= pages.length - 1
  return (
    <div className={styles['turns']}>
      <Button disabled={index === 0} onClick={() => go(index - 1)}>
        {m.ui_back()}
      </Button>
      <output className={styles['place']}>
        {pages[index] === ENDING ? m.tb_again() : m.bt_at({ n: index + 1, alle: pages.length - 1 })}
      </output>
      <Button kind="primary" onClick={() => go(isLast ? null : index + 1)}>
        {isLast ? m.bt_read_done() : m.bt_next()}
      </Button>
      {isLost ? <Notice kind="offline">{m.bt_lost()}</Notice> : null}
    </div>
  )
}
