/** The icons of the copy alone, apart from those of other screens: a phone loads them with this page. */
import fileDownSvg from '@phosphor-icons/core/bold/download-simple-bold.svg?raw'
import { shapeOf, type Shape } from '../ui/icons/shape.ts'

/** save as a file */
export const fileDown: Shape = /* @__PURE__ */ shapeOf(fileDownSvg)
