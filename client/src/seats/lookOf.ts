import { isColourId, isPictureId, type Look } from '@kringplan/shared/conference/palette'

/** The look of a person as the palette knows it; undefined for who has none, or one of a newer server. */
export function lookOf(person: {
  readonly picture: string | null
  readonly colour: string | null
}): Look | undefined {
  const { picture, colour } = person
  return isPictureId(picture) && isColourId(colour) ? { picture, colour } : undefined
}
