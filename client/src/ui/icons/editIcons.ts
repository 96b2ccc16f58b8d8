/**
 * The icons of answering and changing an agreement (design tokens, chapter 7), apart from those that the list of
 * agreements shows: a phone loads them with the page that needs them.
 */
import keyboardSvg from '@phosphor-icons/core/bold/keyboard-bold.svg?raw'
import houseSvg from '@phosphor-icons/core/bold/house-bold.svg?raw'
import arrowUpSvg from '@phosphor-icons/core/bold/arrow-up-bold.svg?raw'
import arrowDownSvg from '@phosphor-icons/core/bold/arrow-down-bold.svg?raw'
import trashSvg from '@phosphor-icons/core/bold/trash-bold.svg?raw'
import pencilSvg from '@phosphor-icons/core/bold/pencil-simple-bold.svg?raw'
import eyeSlashSvg from '@phosphor-icons/core/bold/eye-slash-bold.svg?raw'
import arrowRightSvg from '@phosphor-icons/core/bold/arrow-right-bold.svg?raw'
import calendarCheckSvg from '@phosphor-icons/core/bold/calendar-check-bold.svg?raw'
import qrCodeSvg from '@phosphor-icons/core/bold/qr-code-bold.svg?raw'
import { shapeOf, type Shape } from './shape.ts'

/** type it */
export const keyboard: Shape = /* @__PURE__ */ shapeOf(keyboardSvg)
export const house: Shape = /* @__PURE__ */ shapeOf(houseSvg)
export const arrowUp: Shape = /* @__PURE__ */ shapeOf(arrowUpSvg)
export const arrowDown: Shape = /* @__PURE__ */ shapeOf(arrowDownSvg)
/** make an agreement of an idea */
export const arrowRight: Shape = /* @__PURE__ */ shapeOf(arrowRightSvg)
export const trash: Shape = /* @__PURE__ */ shapeOf(trashSvg)
export const pencil: Shape = /* @__PURE__ */ shapeOf(pencilSvg)
export const eyeSlash: Shape = /* @__PURE__ */ shapeOf(eyeSlashSvg)
/** a rhythm was chosen for the calendar */
export const calendarCheck: Shape = /* @__PURE__ */ shapeOf(calendarCheckSvg)
export const qrCode: Shape = /* @__PURE__ */ shapeOf(qrCodeSvg)
