import { chooseSeatLocale } from '../seats/useSeatLocale.ts'
import { LanguagePicker } from '../ui/LanguagePicker.tsx'
import styles from './Moment.module.css'

/** The language of the board, chosen on the board and remembered by it. */
export function BoardLanguage({ seat }: { readonly seat: string }) {
  return (
    <div className={styles['language']}>
      <LanguagePicker onPick={(locale) => chooseSeatLocale(seat, locale)} />
    </div>
  )
}
