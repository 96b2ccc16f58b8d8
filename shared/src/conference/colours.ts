import { colours, type ColourId } from './palette.ts'

/** Whether a colour is one of the seven deep ones: white drawing, no rim. The light ones have a drawing and a rim of ink. */
export function isDeep(colour: ColourId): boolean {
  return colours.indexOf(colour) < colours.length / 2
}

/** The colours of people on white paper. On screens the same values stand in `client/src/ui/tokens.css` [PA5]. */
export const colourValues: Readonly<Record<ColourId, string>> = {
  rood: '#b6332a',
  bruin: '#5a3202',
  groen: '#287049',
  petrol: '#083a3c',
  blauw: '#19379e',
  paars: '#644f94',
  bes: '#8c1567',
  oranje: '#ed9059',
  geel: '#ffdc54',
  lime: '#bcce83',
  mint: '#93f2e1',
  hemel: '#9accf4',
  lila: '#aca0e2',
  roze: '#e9aab8',
}

/** What is printed in the product's own colours: text, quieter text, the ring. As in `tokens.css` [PA5]. */
export const paperColours = { ink: '#1b2b28', den: '#1e5b4f' } as const
