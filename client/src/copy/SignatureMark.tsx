import { isColourId, isPictureId } from '@kringplan/shared/conference/palette'
import { DRAWING, type SignatureMark as Mark } from '@kringplan/shared/plan/signature'
import { Plaatje } from '../ui/Plaatje.tsx'
import styles from './SignatureMark.module.css'
import { strokePath } from './strokePath.ts'

/** What is seen of a signature. Silent: whose it is and how it was given stands beside it in words. */
export function SignatureMark({ mark }: { readonly mark: Mark }) {
  switch (mark.way) {
    case 'drawn':
      return (
        <svg
          className={styles['drawn']}
          viewBox={`0 0 ${DRAWING.width} ${DRAWING.height}`}
          fill="currentColor"
          aria-hidden="true"
          focusable="false"
        >
          {mark.strokes.map((stroke, i) => (
            // Strokes have no identity of their own, and never change.
            // oxlint-disable-next-line react/no-array-index-key
            <path key={i} d={strokePath(stroke)} />
          ))}
        </svg>
      )
    case 'typed':
      return <bdi className={styles['typed']}>{mark.text}</bdi>
    case 'picture':
      return isPictureId(mark.picture) && isColourId(mark.colour) ? (
        <Plaatje picture={mark.picture} colour={mark.colour} size="2.6em" />
      ) : null
    case 'paper':
      return null
  }
}
