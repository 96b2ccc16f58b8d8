/**
 * The icons of the plan on the table and of signing (design tokens, chapter 7): loaded with the screens that show them.
 */
import eyeSvg from '@phosphor-icons/core/bold/eye-bold.svg?raw'
import eraserSvg from '@phosphor-icons/core/bold/eraser-bold.svg?raw'
import chatDotsSvg from '@phosphor-icons/core/bold/chat-circle-dots-bold.svg?raw'
import bookSvg from '@phosphor-icons/core/bold/book-open-text-bold.svg?raw'
import arrowLeftSvg from '@phosphor-icons/core/bold/arrow-left-bold.svg?raw'
import signatureSvg from '@phosphor-icons/core/bold/signature-bold.svg?raw'
import { shapeOf, type Shape } from './shape.ts'

/** wipe what was drawn */
export const eraser: Shape = /* @__PURE__ */ shapeOf(eraserSvg)
/** draw a signature */
export const signature: Shape = /* @__PURE__ */ shapeOf(signatureSvg)
/** somebody wants to say or ask something */
export const chatDots: Shape = /* @__PURE__ */ shapeOf(chatDotsSvg)
/** read aloud, by a person */
export const book: Shape = /* @__PURE__ */ shapeOf(bookSvg)
export const arrowLeft: Shape = /* @__PURE__ */ shapeOf(arrowLeftSvg)
/** watches over the plan */
export const eye: Shape = /* @__PURE__ */ shapeOf(eyeSvg)
