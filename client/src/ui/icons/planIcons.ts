/**
 * The icons that belong to making the plan: one meaning each (design tokens, chapter 7), and always beside a word the first time.
 * The drawings are Phosphor's, weight bold, read from their package when the app is built. What no screen imports
 * is not shipped, and a name that is not here does not compile.
 */
import calendarSvg from '@phosphor-icons/core/bold/calendar-blank-bold.svg?raw'
import mapPinSvg from '@phosphor-icons/core/bold/map-pin-bold.svg?raw'
import lifebuoySvg from '@phosphor-icons/core/bold/lifebuoy-bold.svg?raw'
import undoSvg from '@phosphor-icons/core/bold/arrow-u-up-left-bold.svg?raw'
import usersThreeSvg from '@phosphor-icons/core/bold/users-three-bold.svg?raw'
import { shapeOf, type Shape } from './shape.ts'

/** when */
export const calendar: Shape = /* @__PURE__ */ shapeOf(calendarSvg)
/** where */
export const mapPin: Shape = /* @__PURE__ */ shapeOf(mapPinSvg)
/** if it does not work out */
export const lifebuoy: Shape = /* @__PURE__ */ shapeOf(lifebuoySvg)
export const undo: Shape = /* @__PURE__ */ shapeOf(undoSvg)
export const usersThree: Shape = /* @__PURE__ */ shapeOf(usersThreeSvg)
