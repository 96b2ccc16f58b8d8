import type { PictureId } from '@kringplan/shared/conference/palette'
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
import { shapeOf, type Shape } from './shape.ts'

/** The drawing of each picture a person can have: Phosphor's, weight fill. Total by type: a new picture needs a drawing. */
export const pictureShapes: Readonly<Record<PictureId, Shape>> = {
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
