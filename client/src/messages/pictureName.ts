import type { PictureId } from '@kringplan/shared/conference/palette'
import { m } from './compiled/messages.js'

const names: Readonly<Record<PictureId, () => string>> = {
  paraplu: m.picture_paraplu,
  boom: m.picture_boom,
  fiets: m.picture_fiets,
  boot: m.picture_boot,
  gitaar: m.picture_gitaar,
  bloem: m.picture_bloem,
  vlinder: m.picture_vlinder,
  vis: m.picture_vis,
  zon: m.picture_zon,
  bal: m.picture_bal,
  maan: m.picture_maan,
  anker: m.picture_anker,
  kat: m.picture_kat,
  vogel: m.picture_vogel,
  blad: m.picture_blad,
  wolk: m.picture_wolk,
  konijn: m.picture_konijn,
  paard: m.picture_paard,
  kersen: m.picture_kersen,
  raket: m.picture_raket,
  ballon: m.picture_ballon,
  bliksem: m.picture_bliksem,
  cactus: m.picture_cactus,
  koffie: m.picture_koffie,
  boek: m.picture_boek,
  sneeuwvlok: m.picture_sneeuwvlok,
}

/** The name of a picture in the language of the screen: "vis", "fish". */
export function pictureName(picture: PictureId): string {
  return names[picture]()
}
