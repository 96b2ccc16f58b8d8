/**
 * What a person is known by on a screen: a picture ("plaatje"), a colour and a name. The picture is the
 * first cue and the colour the third, so a picture is never used twice in a conference before all are used.
 * Here are only their ids; the drawings stand in pictureShapes.ts, the values of the colours in colours.ts.
 */

/** The pictures in the order in which they are handed out. The first fourteen belong to a colour each. */
export const pictures = [
  'paraplu',
  'boom',
  'fiets',
  'boot',
  'gitaar',
  'bloem',
  'vlinder',
  'vis',
  'zon',
  'bal',
  'maan',
  'anker',
  'kat',
  'vogel',
  'blad',
  'wolk',
  'konijn',
  'paard',
  'kersen',
  'raket',
  'ballon',
  'bliksem',
  'cactus',
  'koffie',
  'boek',
  'sneeuwvlok',
] as const

/** The colours in the same order: seven deep ones (white drawing), then seven light ones (ink drawing and rim). */
export const colours = [
  'rood',
  'bruin',
  'groen',
  'petrol',
  'blauw',
  'paars',
  'bes',
  'oranje',
  'geel',
  'lime',
  'mint',
  'hemel',
  'lila',
  'roze',
] as const

export type PictureId = (typeof pictures)[number]
export type ColourId = (typeof colours)[number]

/** A picture with its colour. The pair is unique in a conference. */
export type Look = { readonly picture: PictureId; readonly colour: ColourId }

export const isPictureId = (value: unknown): value is PictureId => pictures.some((id) => id === value)

export const isColourId = (value: unknown): value is ColourId => colours.some((id) => id === value)

/** The colour that goes with a picture when nobody chose otherwise. */
export const defaultColour = (picture: PictureId): ColourId => {
  const colour = colours[pictures.indexOf(picture) % colours.length]
  if (colour === undefined) throw new Error('the palette has no colours')
  return colour
}

/**
 * The look of the person with this index (0, 1, 2, ...). Pure, defined for every index, and it gives each of
 * the `maxLooks` first indexes a pair of its own: pictures run out first, then each comes back in a new colour.
 */
export const lookAt = (index: number): Look => {
  const at = ((index % maxLooks) + maxLooks) % maxLooks
  const picture = pictures[at % pictures.length]
  const round = Math.floor(at / pictures.length)
  if (picture === undefined) throw new RangeError('a look needs a whole number')
  const colour = colours[(colours.indexOf(defaultColour(picture)) + round) % colours.length]
  if (colour === undefined) throw new Error('the palette has no colours')
  return { picture, colour }
}

/** How many people can have a look of their own. */
export const maxLooks = pictures.length * colours.length

/** The first look that nobody in the conference has, or the first one of all when every pair is taken. */
export const nextFreeLook = (taken: readonly Look[]): Look => {
  const used = new Set(taken.map(pairOf))
  for (let index = 0; index < maxLooks; index += 1) {
    const look = lookAt(index)
    if (!used.has(pairOf(look))) return look
  }
  return lookAt(0)
}

const pairOf = (look: Look): string => `${look.picture} ${look.colour}`
