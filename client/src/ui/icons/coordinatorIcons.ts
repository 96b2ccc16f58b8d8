/**
 * The icons that belong to the coordinator and to printing: one meaning each (design tokens, chapter 7), and always beside a word the first time.
 * The drawings are Phosphor's, weight bold, read from their package when the app is built. What no screen imports
 * is not shipped, and a name that is not here does not compile.
 */
import printerSvg from '@phosphor-icons/core/bold/printer-bold.svg?raw'
import userPlusSvg from '@phosphor-icons/core/bold/user-plus-bold.svg?raw'
import checkCircleSvg from '@phosphor-icons/core/bold/check-circle-bold.svg?raw'
import circleSvg from '@phosphor-icons/core/bold/circle-bold.svg?raw'
import paperPlaneSvg from '@phosphor-icons/core/bold/paper-plane-tilt-bold.svg?raw'
import screenSvg from '@phosphor-icons/core/bold/monitor-bold.svg?raw'
import copySvg from '@phosphor-icons/core/bold/copy-bold.svg?raw'
import { shapeOf, type Shape } from './shape.ts'

export const printer: Shape = /* @__PURE__ */ shapeOf(printerSvg)
export const userPlus: Shape = /* @__PURE__ */ shapeOf(userPlusSvg)
export const checkCircle: Shape = /* @__PURE__ */ shapeOf(checkCircleSvg)
export const circle: Shape = /* @__PURE__ */ shapeOf(circleSvg)
export const paperPlane: Shape = /* @__PURE__ */ shapeOf(paperPlaneSvg)
export const screen: Shape = /* @__PURE__ */ shapeOf(screenSvg)
export const copy: Shape = /* @__PURE__ */ shapeOf(copySvg)
