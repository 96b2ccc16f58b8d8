import {
  defaultColour,
  isColourId,
  isPictureId,
  pictures,
  type ColourId,
  type PictureId,
} from '@kringplan/shared/conference/palette'

export interface OfferedPicture {
  readonly picture: PictureId
  readonly colour: ColourId
  /** Whose it is, when it is somebody else's. */
  readonly owner: string | null
}

interface Owner {
  readonly id: string
  readonly name: string
  readonly picture: string | null
  readonly colour: string | null
}

/** With fewer free ones than this the spare pictures are shown, too. */
const FEW = 6
const FIRST = 14

/** The pictures a person can choose from: the own one first, then the free ones, then the others with who has them. */
export function offeredPictures(people: readonly Owner[], me: string | null): readonly OfferedPicture[] {
  const owners = new Map<PictureId, Owner>()
  for (const person of people) {
    if (isPictureId(person.picture) && (!owners.has(person.picture) || person.id === me)) {
      owners.set(person.picture, person)
    }
  }
  const offer = (picture: PictureId): OfferedPicture => {
    const owner = owners.get(picture)
    return {
      picture,
      colour: isColourId(owner?.colour) ? owner.colour : defaultColour(picture),
      owner: owner === undefined || owner.id === me ? null : owner.name,
    }
  }
  const own = pictures.filter((picture) => me !== null && owners.get(picture)?.id === me)
  const rest = pictures.filter((picture) => !own.includes(picture))
  const first = rest.filter((picture) => pictures.indexOf(picture) < FIRST)
  const isFree = (picture: PictureId) => !owners.has(picture)
  const shown = first.filter(isFree).length < FEW ? rest : first
  return [...own, ...shown.filter(isFree), ...shown.filter((picture) => !isFree(picture))].map(offer)
}
