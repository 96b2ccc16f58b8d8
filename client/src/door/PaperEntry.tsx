import { useState, type FormEvent } from 'react'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import styles from './Door.module.css'
import type { HeldKey } from './heldKeys.ts'
import { openWithPaper, type PaperProblem } from './paperKeys.ts'

export interface PaperEntryProps {
  readonly seat: string
  readonly room: string
  readonly enter: (key: HeldKey) => void
}

/** The 24 letters of the paper, typed over: capitals, spaces and dashes do not matter. */
export function PaperEntry({ seat, room, enter }: PaperEntryProps) {
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<PaperProblem | null>(null)
  const [busy, setBusy] = useState(false)
  const open = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const answer = await openWithPaper(seat, room, typed)
    setBusy(false)
    if (answer.ok) {
      setTyped('')
      enter(answer.key)
    } else setProblem(answer.problem)
  }
  return (
    <form className={styles['paper']} onSubmit={(event) => void open(event)}>
      <TextField
        label={m.paper_enter()}
        error={problem === null ? undefined : sentences[problem]()}
        value={typed}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
        maxLength={60}
        onChange={(event) => {
          setTyped(event.target.value)
          setProblem(null)
        }}
      />
      <Button type="submit" disabled={busy || typed.trim() === ''}>
        {m.paper_open()}
      </Button>
    </form>
  )
}

const sentences: Readonly<Record<PaperProblem, () => string>> = {
  letters: m.paper_wrong,
  length: m.gate_paper_length,
  slip: m.paper_wrong,
  wrong: m.paper_wrong,
  offline: m.err_offline,
  tooMany: m.err_tooMany,
}
