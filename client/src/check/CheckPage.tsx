import { useState, type DragEvent } from 'react'
import { useLocale } from '../i18n/locale.ts'
import { AboutApp } from '../fingerprint/AboutApp.tsx'
import { m } from '../messages/compiled/messages.js'
import { CopyView } from '../copy/CopyView.tsx'
import { PhonePage } from '../seats/PhonePage.tsx'
import { LanguagePicker } from '../ui/LanguagePicker.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import styles from './CheckPage.module.css'
import { readPlanFile, type CheckResult } from './readPlanFile.ts'
import { VerdictWords } from './VerdictWords.tsx'

/** "Klopt dit plan nog?": /controle. Checks a plan file in the page itself; nothing is sent and nothing kept [CP9]. */
export function CheckPage() {
  useLocale()
  const [result, setResult] = useState<CheckResult | null>(null)
  const [isOver, setOver] = useState(false)
  const check = async (chosen: File | undefined) => {
    if (chosen !== undefined) setResult(await readPlanFile(chosen))
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void check(event.dataTransfer.files[0])
  }
  return (
    // Dropping is one more way; the button does the same for everybody.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={isOver ? styles['over'] : styles['page']}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <PhonePage title={m.ck_title()} lead={m.ck_lead()}>
        <ChooseFile again={result !== null} onChoose={(chosen) => void check(chosen)} />
        <div aria-live="polite" className={styles['result']}>
          <Outcome result={result} />
        </div>
        {result?.kind === 'checked' ? (
          <CopyView file={result.file} checked={result.verdict.signatures} />
        ) : null}
        <section className={styles['language']}>
          <h2>{m.lang()}</h2>
          <LanguagePicker />
        </section>
        <AboutApp />
      </PhonePage>
    </div>
  )
}

function Outcome({ result }: { readonly result: CheckResult | null }) {
  switch (result?.kind) {
    case undefined:
      return null
    case 'large':
      return <Notice kind="error">{m.ck_large()}</Notice>
    case 'unreadable':
      return <Notice kind="error">{m.ck_unreadable()}</Notice>
    case 'notAPlan':
      return <Notice kind="error">{m.ck_none()}</Notice>
    case 'checked':
      return <VerdictWords verdict={result.verdict} />
  }
}
