/**
 * The icons of the plan on the table and of signing (design tokens, chapter 7): loaded with the screens that show them.
 */
import eraserSvg from '@phosphor-icons/core/bold/eraser-bold.svg?raw'
import signatureSvg from '@phosphor-icons/core/bold/signature-bold.svg?raw'
import { shapeOf, type Shape } from './shape.ts'

/** wipe what was drawn */
export const eraser: Shape = /* @__PURE__ */ shapeOf(eraserSvg)
/** draw a signature */
export const signature: Shape = /* @__PURE__ */ shapeOf(signatureSvg)
