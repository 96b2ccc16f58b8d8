import type { ColourId, PictureId } from '@kringplan/shared/conference/palette'
import { LetterDisc, Plaatje } from './Plaatje.tsx'
import styles from './PersonChip.module.css'

export interface PersonChipProps {
  readonly name: string
  /** Left out for a coordinator or professional, who are not in the circle and have no picture. */
  readonly look?: { readonly picture: PictureId; readonly colour: ColourId } | undefined
  /** The size of the disc, a CSS length; the name has the size of the text around it. */
  readonly size?: string
  readonly faded?: boolean
}

/** A person as people see one another in the plan: picture and name. */
export function PersonChip({ name, look, size = '1.9em', faded = false }: PersonChipProps) {
  return (
    <span className={styles['chip']}>
      {look === undefined ? (
        <LetterDisc name={name} size={size} />
      ) : (
        <Plaatje picture={look.picture} colour={look.colour} size={size} faded={faded} />
      )}
      <bdi className={styles['name']}>{name}</bdi>
    </span>
  )
}
