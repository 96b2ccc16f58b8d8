import type { TextField } from '@kringplan/shared/plan/schema'
import type { Circle } from '../circle/circle.ts'

/** What a screen can do with the field it shows, besides letting somebody type in it. */
export interface TextFieldApi {
  focus(): void
  /** Puts words where the cursor is, with a space before and after where needed. */
  insert(words: string): void
  /** Puts words behind what stands there. */
  append(words: string): void
}

export interface TextFieldProps {
  readonly circle: Circle
  readonly agreementId: string
  readonly field: TextField
  /** The question: what a screen reader says this field is. */
  readonly label: string
  readonly describedBy?: string
  readonly autoFocus?: boolean
  readonly className?: string
  /** Enter. Without it Enter does nothing: these fields are one line long. */
  readonly onDone?: () => void
  /** Esc. */
  readonly onEscape?: () => void
  /** Any other key, before the editor sees it: true means "taken, do nothing more with it". */
  readonly onKey?: (event: KeyboardEvent) => boolean
  /** When the field can be typed in. */
  readonly onReady?: (api: TextFieldApi) => void
  /** When it loses focus, after the keyboard has handed over its last word. */
  readonly onBlur?: () => void
}
