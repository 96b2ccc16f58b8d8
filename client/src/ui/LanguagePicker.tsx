import { isLocale, languages, setLocale, useLocale, type Locale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { locales } from '../messages/compiled/runtime.js'
import { caretDown, translate } from './icons/icons.ts'
import { Icon } from './icons/Icon.tsx'
import styles from './LanguagePicker.module.css'

export interface LanguagePickerProps {
  /** Called after a choice, to remember it for the seat. */
  readonly onPick?: (locale: Locale) => void
}

/** The language of this person's screen, each by its own name. The device's own list opens: no menu of ours. */
export function LanguagePicker({ onPick }: LanguagePickerProps) {
  const locale = useLocale()
  return (
    <div className={styles['picker']}>
      <Icon shape={translate} />
      <select
        className={styles['select']}
        aria-label={m.lang()}
        value={locale}
        onChange={(event) => {
          const picked = event.currentTarget.value
          if (!isLocale(picked)) return
          setLocale(picked)
          onPick?.(picked)
        }}
      >
        {locales.map((each) => (
          <option key={each} value={each} lang={each}>
            {languages[each].name}
          </option>
        ))}
      </select>
      <Icon shape={caretDown} className={styles['caret']} />
    </div>
  )
}
