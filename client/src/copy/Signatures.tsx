import type { PlanFile, Verdict } from '@kringplan/shared/plan/planFile'
import type { Signature, SignatureDevice, SignatureWay } from '@kringplan/shared/plan/signature'
import { m } from '../messages/compiled/messages.js'
import { lookOf } from '../seats/lookOf.ts'
import { check, warning } from '../ui/icons/icons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import { PersonChip } from '../ui/PersonChip.tsx'
import view from './CopyView.module.css'
import styles from './Signatures.module.css'
import { SignatureMark } from './SignatureMark.tsx'

const ways: Readonly<Record<SignatureWay, () => string>> = {
  drawn: m.cp_way_drawn,
  typed: m.cp_way_typed,
  picture: m.cp_way_picture,
  paper: m.cp_way_paper,
}

const devices: Readonly<Partial<Record<SignatureDevice, () => string>>> = {
  board: m.cp_on_board,
  borrowed: m.cp_on_borrowed,
}

/** How somebody signed: "getekend", "met een plaatje, op het bord". */
export function signatureWords({ mark, device }: Pick<Signature, 'mark' | 'device'>): string {
  return [ways[mark.way](), devices[device]?.()].filter((word) => word !== undefined).join(', ')
}

interface SignaturesProps {
  readonly file: PlanFile
  /** What came out of a check, in the same order; then every signature says whether it is over these words. */
  readonly checked?: Verdict['signatures'] | undefined
}

/** The signatures: who, how, and what was drawn, typed or placed. */
export function Signatures({ file, checked }: SignaturesProps) {
  if (file.signatures.length === 0) return <p>{m.cp_signatures_none()}</p>
  return (
    <ul className={styles['signatures']}>
      {file.signatures.map((signature, i) => {
        const { person, mark } = signature
        const known = file.people.find(({ id }) => id === person.id)
        const verdict = checked?.[i]
        return (
          <li
            key={`${person.id} ${signature.signature}`}
            className={`${view['card']} ${styles['signature']}`}
          >
            <div>
              <PersonChip name={person.name} look={known === undefined ? undefined : lookOf(known)} />
              <span className={styles['way']}>{signatureWords(signature)}</span>
              {verdict === undefined ? null : (
                <span className={verdict.valid ? styles['way'] : styles['bad']}>
                  <Icon shape={verdict.valid ? check : warning} />
                  {verdict.valid ? m.ck_signature_good() : m.ck_signature_bad()}
                </span>
              )}
            </div>
            <SignatureMark mark={mark} />
          </li>
        )
      })}
    </ul>
  )
}
