import type { SparePictureId } from '@kringplan/shared/conference/pictureShapes'
import { sparePictureShapes } from '@kringplan/shared/conference/sparePictureShapes'
import { Icon } from './icons/Icon.tsx'

export interface SpareDrawingProps {
  readonly picture: SparePictureId
  readonly className?: string | undefined
}

/** The drawing on the disc of somebody with a spare picture. */
export function SpareDrawing({ picture, className }: SpareDrawingProps) {
  return <Icon shape={sparePictureShapes[picture]} className={className} />
}
