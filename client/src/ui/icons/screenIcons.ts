/**
 * More icons that screens share, apart from icons.ts because the page that joins a circle shows none of them: one
 * meaning each (design tokens, chapter 7), and always beside a word the first time.
 */
import handWavingSvg from '@phosphor-icons/core/bold/hand-waving-bold.svg?raw'
import doorSvg from '@phosphor-icons/core/bold/door-bold.svg?raw'
import doorOpenSvg from '@phosphor-icons/core/bold/door-open-bold.svg?raw'
import questionSvg from '@phosphor-icons/core/bold/question-bold.svg?raw'
import clockAgainSvg from '@phosphor-icons/core/bold/clock-clockwise-bold.svg?raw'
import plusSvg from '@phosphor-icons/core/bold/plus-bold.svg?raw'
import screenSvg from '@phosphor-icons/core/bold/monitor-bold.svg?raw'
import caretRightSvg from '@phosphor-icons/core/bold/caret-right-bold.svg?raw'
import { shapeOf, type Shape } from './shape.ts'

/** call */
export const handWaving: Shape = /* @__PURE__ */ shapeOf(handWavingSvg)
/** knock */
export const door: Shape = /* @__PURE__ */ shapeOf(doorSvg)
/** the door is open */
export const doorOpen: Shape = /* @__PURE__ */ shapeOf(doorOpenSvg)
export const question: Shape = /* @__PURE__ */ shapeOf(questionSvg)
/** not yet arrived */
export const clockAgain: Shape = /* @__PURE__ */ shapeOf(clockAgainSvg)
/** new */
export const plus: Shape = /* @__PURE__ */ shapeOf(plusSvg)
/** the board */
export const screen: Shape = /* @__PURE__ */ shapeOf(screenSvg)
export const caretRight: Shape = /* @__PURE__ */ shapeOf(caretRightSvg)
