/**
 * The icons that belong to the coordinator and to printing: one meaning each (design tokens, chapter 7), and always beside a word the first time.
 * The drawings are Phosphor's, weight bold, read from their package when the app is built. What no screen imports
 * is not shipped, and a name that is not here does not compile.
 */
import printerSvg from '@phosphor-icons/core/bold/printer-bold.svg?raw'
import usersSvg from '@phosphor-icons/core/bold/users-bold.svg?raw'
import userPlusSvg from '@phosphor-icons/core/bold/user-plus-bold.svg?raw'
import phoneSvg from '@phosphor-icons/core/bold/device-mobile-bold.svg?raw'
import laptopSvg from '@phosphor-icons/core/bold/laptop-bold.svg?raw'
import cardsSvg from '@phosphor-icons/core/bold/cards-bold.svg?raw'
import plusCircleSvg from '@phosphor-icons/core/bold/plus-circle-bold.svg?raw'
import checkCircleSvg from '@phosphor-icons/core/bold/check-circle-bold.svg?raw'
import circleSvg from '@phosphor-icons/core/bold/circle-bold.svg?raw'
import paperPlaneSvg from '@phosphor-icons/core/bold/paper-plane-tilt-bold.svg?raw'
import cameraSvg from '@phosphor-icons/core/bold/camera-bold.svg?raw'
import screenSvg from '@phosphor-icons/core/bold/monitor-bold.svg?raw'
import forkKnifeSvg from '@phosphor-icons/core/bold/fork-knife-bold.svg?raw'
import copySvg from '@phosphor-icons/core/bold/copy-bold.svg?raw'
import linkSvg from '@phosphor-icons/core/bold/link-bold.svg?raw'
import { shapeOf, type Shape } from './shape.ts'

export const printer: Shape = /* @__PURE__ */ shapeOf(printerSvg)
export const users: Shape = /* @__PURE__ */ shapeOf(usersSvg)
export const userPlus: Shape = /* @__PURE__ */ shapeOf(userPlusSvg)
export const phone: Shape = /* @__PURE__ */ shapeOf(phoneSvg)
export const laptop: Shape = /* @__PURE__ */ shapeOf(laptopSvg)
export const cards: Shape = /* @__PURE__ */ shapeOf(cardsSvg)
export const plusCircle: Shape = /* @__PURE__ */ shapeOf(plusCircleSvg)
export const checkCircle: Shape = /* @__PURE__ */ shapeOf(checkCircleSvg)
export const circle: Shape = /* @__PURE__ */ shapeOf(circleSvg)
export const paperPlane: Shape = /* @__PURE__ */ shapeOf(paperPlaneSvg)
export const camera: Shape = /* @__PURE__ */ shapeOf(cameraSvg)
export const screen: Shape = /* @__PURE__ */ shapeOf(screenSvg)
export const forkKnife: Shape = /* @__PURE__ */ shapeOf(forkKnifeSvg)
export const copy: Shape = /* @__PURE__ */ shapeOf(copySvg)
export const link: Shape = /* @__PURE__ */ shapeOf(linkSvg)
