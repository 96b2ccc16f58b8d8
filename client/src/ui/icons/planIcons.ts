/**
 * The icons that belong to making the plan: one meaning each (design tokens, chapter 7), and always beside a word the first time.
 * The drawings are Phosphor's, weight bold, read from their package when the app is built. What no screen imports
 * is not shipped, and a name that is not here does not compile.
 */
import calendarSvg from '@phosphor-icons/core/bold/calendar-blank-bold.svg?raw'
import mapPinSvg from '@phosphor-icons/core/bold/map-pin-bold.svg?raw'
import lifebuoySvg from '@phosphor-icons/core/bold/lifebuoy-bold.svg?raw'
import keyboardSvg from '@phosphor-icons/core/bold/keyboard-bold.svg?raw'
import houseSvg from '@phosphor-icons/core/bold/house-bold.svg?raw'
import arrowUpSvg from '@phosphor-icons/core/bold/arrow-up-bold.svg?raw'
import arrowDownSvg from '@phosphor-icons/core/bold/arrow-down-bold.svg?raw'
import undoSvg from '@phosphor-icons/core/bold/arrow-u-up-left-bold.svg?raw'
import trashSvg from '@phosphor-icons/core/bold/trash-bold.svg?raw'
import pencilSvg from '@phosphor-icons/core/bold/pencil-simple-bold.svg?raw'
import usersThreeSvg from '@phosphor-icons/core/bold/users-three-bold.svg?raw'
import eyeSlashSvg from '@phosphor-icons/core/bold/eye-slash-bold.svg?raw'
import qrCodeSvg from '@phosphor-icons/core/bold/qr-code-bold.svg?raw'
import { shapeOf, type Shape } from './shape.ts'

/** when */
export const calendar: Shape = /* @__PURE__ */ shapeOf(calendarSvg)
/** where */
export const mapPin: Shape = /* @__PURE__ */ shapeOf(mapPinSvg)
/** if it does not work out */
export const lifebuoy: Shape = /* @__PURE__ */ shapeOf(lifebuoySvg)
/** say it */
/** type it */
export const keyboard: Shape = /* @__PURE__ */ shapeOf(keyboardSvg)
/** idea */
/** I want to say something */
/** clear */
export const house: Shape = /* @__PURE__ */ shapeOf(houseSvg)
export const arrowUp: Shape = /* @__PURE__ */ shapeOf(arrowUpSvg)
export const arrowDown: Shape = /* @__PURE__ */ shapeOf(arrowDownSvg)
export const undo: Shape = /* @__PURE__ */ shapeOf(undoSvg)
export const trash: Shape = /* @__PURE__ */ shapeOf(trashSvg)
export const pencil: Shape = /* @__PURE__ */ shapeOf(pencilSvg)
export const usersThree: Shape = /* @__PURE__ */ shapeOf(usersThreeSvg)
export const eyeSlash: Shape = /* @__PURE__ */ shapeOf(eyeSlashSvg)
export const qrCode: Shape = /* @__PURE__ */ shapeOf(qrCodeSvg)
