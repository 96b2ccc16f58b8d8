import { useId } from 'react'
import { m } from '../messages/compiled/messages.js'
import { buttonClass } from '../ui/Button.tsx'
import styles from './CheckPage.module.css'

interface ChooseFileProps {
  /** Whether one was chosen before. */
  readonly again: boolean
  readonly onChoose: (file: File | undefined) => void
}

/** The browser's own field for a file, with our words on it. */
export function ChooseFile({ again, onChoose }: ChooseFileProps) {
  const id = useId()
  return (
    <div className={styles['choose']}>
      <input
        id={id}
        type="file"
        accept="application/json,.json"
        className={styles['file']}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.files?.[0])
          // The same file once more is a choice, too.
          currentTarget.value = ''
        }}
      />
      <label htmlFor={id} className={buttonClass(again ? 'secondary' : 'primary', 'large')}>
        {again ? m.ck_another() : m.ck_choose()}
      </label>
      <p className={styles['drop']}>{m.ck_drop()}</p>
    </div>
  )
}
