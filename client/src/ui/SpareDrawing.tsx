import { Icon } from './icons/Icon.tsx'
import type { SparePictureId } from './icons/pictureShapes.ts'
import { sparePictureShapes } from './icons/sparePictureShapes.ts'

export interface SpareDrawingProps {
  readonly picture: SparePictureId
  readonly className?: string | undefined
}

/** The drawing on the disc of somebody with a spare picture. */
export function SpareDrawing({ picture, className }: SpareDrawingProps) {
  return <Icon shape={sparePictureShapes[picture]} className={className} />
}
