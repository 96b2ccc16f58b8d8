import { isDeep } from '@kringplan/shared/conference/colours'
import type { ColourId, PictureId } from '@kringplan/shared/conference/palette'
import { isFirstPicture, pictureShapes } from '@kringplan/shared/conference/pictureShapes'
import { lazy, Suspense, type ComponentType, type CSSProperties } from 'react'
import { Icon } from './icons/Icon.tsx'
import styles from './Plaatje.module.css'
import type { SpareDrawingProps } from './SpareDrawing.tsx'

/** Where it cannot be loaded (no network) the disc stays empty: the name stands beside it. */
const SpareDrawing = lazy(async (): Promise<{ default: ComponentType<SpareDrawingProps> }> => {
  try {
    return { default: (await import('./SpareDrawing.tsx')).SpareDrawing }
  } catch {
    return { default: () => null }
  }
})

export interface PlaatjeProps {
  readonly picture: PictureId
  readonly colour: ColourId
  /** A CSS length: `'40px'` on a phone, `'calc(42 * var(--u))'` on the board. */
  readonly size?: string
  /** Drawn pale: somebody else's picture, or a person who is away. */
  readonly faded?: boolean
}

/**
 * The picture of a person in the circle. Never alone: a name stands beside it, or is read out for it, so the
 * drawing itself is silent. Deep colours carry a white drawing, light ones an ink drawing and an ink rim.
 */
export function Plaatje({ picture, colour, size, faded = false }: PlaatjeProps) {
  const tone = isDeep(colour) ? styles['deep'] : styles['light']
  return (
    <span
      className={[styles['disc'], tone, faded ? styles['faded'] : undefined].filter(Boolean).join(' ')}
      style={discStyle(size, `var(--p-${colour})`)}
    >
      {isFirstPicture(picture) ? (
        <Icon shape={pictureShapes[picture]} className={styles['drawing']} />
      ) : (
        <Suspense fallback={null}>
          <SpareDrawing picture={picture} className={styles['drawing']} />
        </Suspense>
      )}
    </span>
  )
}

export interface LetterDiscProps {
  readonly name: string
  readonly size?: string
}

/** What a coordinator or professional has instead of a picture: a grey ring with a first letter. */
export function LetterDisc({ name, size }: LetterDiscProps) {
  return (
    <span className={`${styles['disc']} ${styles['letter']}`} style={discStyle(size)} aria-hidden="true">
      {firstLetter(name)}
    </span>
  )
}

function firstLetter(name: string): string {
  return [...name.trim()][0]?.toLocaleUpperCase() ?? ''
}

function discStyle(size?: string, colour?: string): CSSProperties {
  const style: Record<string, string> = {}
  if (size !== undefined) style['--size'] = size
  if (colour !== undefined) style['--c'] = colour
  return style
}
