/**
 * The icons that belong to the coordinator and to printing: one meaning each (design tokens, chapter 7), and always beside a word the first time.
 * The drawings are Phosphor's, weight bold, read from their package when the app is built. What no screen imports
 * is not shipped, and a name that is not here does not compile.
 */
import printerSvg from '@phosphor-icons/core/bold/printer-bold.svg?raw'
import userPlusSvg from '@phosphor-icons/core/bold/user-plus-bold.svg?raw'
import circleSvg from '@phosphor-icons/core/bold/circle-bold.svg?raw'
import paperPlaneSvg from '@phosphor-icons/core/bold/paper-plane-tilt-bold.svg?raw'
import copySvg from '@phosphor-icons/core/bold/copy-bold.svg?raw'
import checkCircleFillSvg from '@phosphor-icons/core/fill/check-circle-fill.svg?raw'
import circleHalfSvg from '@phosphor-icons/core/fill/circle-half-fill.svg?raw'
import phoneSvg from '@phosphor-icons/core/bold/device-mobile-bold.svg?raw'
import cardsSvg from '@phosphor-icons/core/bold/cards-bold.svg?raw'
import usersSvg from '@phosphor-icons/core/bold/users-bold.svg?raw'
import laptopSvg from '@phosphor-icons/core/bold/laptop-bold.svg?raw'
import plusCircleSvg from '@phosphor-icons/core/bold/plus-circle-bold.svg?raw'
import notComingSvg from '@phosphor-icons/core/bold/x-circle-bold.svg?raw'
import shareSvg from '@phosphor-icons/core/bold/share-network-bold.svg?raw'
import textMessageSvg from '@phosphor-icons/core/bold/chat-text-bold.svg?raw'
import envelopeSvg from '@phosphor-icons/core/bold/envelope-simple-bold.svg?raw'
import { shapeOf, type Shape } from './shape.ts'

export const printer: Shape = /* @__PURE__ */ shapeOf(printerSvg)
export const userPlus: Shape = /* @__PURE__ */ shapeOf(userPlusSvg)
export const circle: Shape = /* @__PURE__ */ shapeOf(circleSvg)
export const paperPlane: Shape = /* @__PURE__ */ shapeOf(paperPlaneSvg)
export const copy: Shape = /* @__PURE__ */ shapeOf(copySvg)
/** a step that is complete, somebody who comes */
export const checkCircleFill: Shape = /* @__PURE__ */ shapeOf(checkCircleFillSvg)
/** a step that was begun */
export const circleHalf: Shape = /* @__PURE__ */ shapeOf(circleHalfSvg)
/** takes part with a phone, a paper card, somebody else, the laptop */
export const phone: Shape = /* @__PURE__ */ shapeOf(phoneSvg)
export const cards: Shape = /* @__PURE__ */ shapeOf(cardsSvg)
export const users: Shape = /* @__PURE__ */ shapeOf(usersSvg)
export const laptop: Shape = /* @__PURE__ */ shapeOf(laptopSvg)
/** not invited yet */
export const plusCircle: Shape = /* @__PURE__ */ shapeOf(plusCircleSvg)
export const notComing: Shape = /* @__PURE__ */ shapeOf(notComingSvg)
/** ways to send a link */
export const share: Shape = /* @__PURE__ */ shapeOf(shareSvg)
export const textMessage: Shape = /* @__PURE__ */ shapeOf(textMessageSvg)
export const envelope: Shape = /* @__PURE__ */ shapeOf(envelopeSvg)
