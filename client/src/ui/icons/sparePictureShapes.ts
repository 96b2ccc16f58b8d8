import blad from '@phosphor-icons/core/fill/leaf-fill.svg?raw'
import wolk from '@phosphor-icons/core/fill/cloud-fill.svg?raw'
import konijn from '@phosphor-icons/core/fill/rabbit-fill.svg?raw'
import paard from '@phosphor-icons/core/fill/horse-fill.svg?raw'
import kersen from '@phosphor-icons/core/fill/cherries-fill.svg?raw'
import raket from '@phosphor-icons/core/fill/rocket-fill.svg?raw'
import ballon from '@phosphor-icons/core/fill/balloon-fill.svg?raw'
import bliksem from '@phosphor-icons/core/fill/lightning-fill.svg?raw'
import cactus from '@phosphor-icons/core/fill/cactus-fill.svg?raw'
import koffie from '@phosphor-icons/core/fill/coffee-fill.svg?raw'
import boek from '@phosphor-icons/core/fill/book-fill.svg?raw'
import sneeuwvlok from '@phosphor-icons/core/fill/snowflake-fill.svg?raw'
import type { SparePictureId } from './pictureShapes.ts'
import { shapeOf, type Shape } from './shape.ts'

/** The drawings of the spare pictures, for the fifteenth person and up. */
export const sparePictureShapes: Readonly<Record<SparePictureId, Shape>> = {
  blad: shapeOf(blad),
  wolk: shapeOf(wolk),
  konijn: shapeOf(konijn),
  paard: shapeOf(paard),
  kersen: shapeOf(kersen),
  raket: shapeOf(raket),
  ballon: shapeOf(ballon),
  bliksem: shapeOf(bliksem),
  cactus: shapeOf(cactus),
  koffie: shapeOf(koffie),
  boek: shapeOf(boek),
  sneeuwvlok: shapeOf(sneeuwvlok),
}
