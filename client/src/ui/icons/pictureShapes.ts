import paraplu from '@phosphor-icons/core/fill/umbrella-fill.svg?raw'
import boom from '@phosphor-icons/core/fill/tree-fill.svg?raw'
import fiets from '@phosphor-icons/core/fill/bicycle-fill.svg?raw'
import boot from '@phosphor-icons/core/fill/sailboat-fill.svg?raw'
import gitaar from '@phosphor-icons/core/fill/guitar-fill.svg?raw'
import bloem from '@phosphor-icons/core/fill/flower-fill.svg?raw'
import vlinder from '@phosphor-icons/core/fill/butterfly-fill.svg?raw'
import vis from '@phosphor-icons/core/fill/fish-fill.svg?raw'
import zon from '@phosphor-icons/core/fill/sun-fill.svg?raw'
import bal from '@phosphor-icons/core/fill/soccer-ball-fill.svg?raw'
import maan from '@phosphor-icons/core/fill/moon-fill.svg?raw'
import anker from '@phosphor-icons/core/fill/anchor-fill.svg?raw'
import kat from '@phosphor-icons/core/fill/cat-fill.svg?raw'
import vogel from '@phosphor-icons/core/fill/bird-fill.svg?raw'
import type { PictureId } from '@kringplan/shared/conference/palette'
import { shapeOf, type Shape } from './shape.ts'

/**
 * The drawings of the first fourteen pictures: Phosphor's, weight fill. The spare ones (sparePictureShapes.ts) are
 * loaded when somebody has one: few circles are that large, and the page that joins a circle must be small.
 */
export const pictureShapes = {
  paraplu: shapeOf(paraplu),
  boom: shapeOf(boom),
  fiets: shapeOf(fiets),
  boot: shapeOf(boot),
  gitaar: shapeOf(gitaar),
  bloem: shapeOf(bloem),
  vlinder: shapeOf(vlinder),
  vis: shapeOf(vis),
  zon: shapeOf(zon),
  bal: shapeOf(bal),
  maan: shapeOf(maan),
  anker: shapeOf(anker),
  kat: shapeOf(kat),
  vogel: shapeOf(vogel),
} as const satisfies Partial<Record<PictureId, Shape>>

/** A picture whose drawing comes later. Total by type: every picture is in one file or the other. */
export type SparePictureId = Exclude<PictureId, keyof typeof pictureShapes>

/** Whether the drawing of this picture is here at once. */
export function isFirstPicture(picture: PictureId): picture is keyof typeof pictureShapes {
  return Object.hasOwn(pictureShapes, picture)
}
