/**
 * The icons that every screen shares: one meaning each (design tokens, chapter 7), and always beside a word the first time.
 * The drawings are Phosphor's, weight bold, read from their package when the app is built. What no screen imports
 * is not shipped, and a name that is not here does not compile.
 */
import speakerSvg from '@phosphor-icons/core/bold/speaker-high-bold.svg?raw'
import stopSvg from '@phosphor-icons/core/bold/stop-circle-bold.svg?raw'
import translateSvg from '@phosphor-icons/core/bold/translate-bold.svg?raw'
import caretLeftSvg from '@phosphor-icons/core/bold/caret-left-bold.svg?raw'
import caretDownSvg from '@phosphor-icons/core/bold/caret-down-bold.svg?raw'
import checkSvg from '@phosphor-icons/core/bold/check-bold.svg?raw'
import closeSvg from '@phosphor-icons/core/bold/x-bold.svg?raw'
import wifiOffSvg from '@phosphor-icons/core/bold/wifi-slash-bold.svg?raw'
import warningSvg from '@phosphor-icons/core/bold/warning-circle-bold.svg?raw'
import infoSvg from '@phosphor-icons/core/bold/info-bold.svg?raw'
import { shapeOf, type Shape } from './shape.ts'

/** read aloud */
export const speaker: Shape = /* @__PURE__ */ shapeOf(speakerSvg)
export const stop: Shape = /* @__PURE__ */ shapeOf(stopSvg)
/** language */
export const translate: Shape = /* @__PURE__ */ shapeOf(translateSvg)
export const caretLeft: Shape = /* @__PURE__ */ shapeOf(caretLeftSvg)
export const caretDown: Shape = /* @__PURE__ */ shapeOf(caretDownSvg)
/** yes, in a round */
export const check: Shape = /* @__PURE__ */ shapeOf(checkSvg)
export const close: Shape = /* @__PURE__ */ shapeOf(closeSvg)
/** no internet */
export const wifiOff: Shape = /* @__PURE__ */ shapeOf(wifiOffSvg)
export const warning: Shape = /* @__PURE__ */ shapeOf(warningSvg)
export const info: Shape = /* @__PURE__ */ shapeOf(infoSvg)
