import type { ReactNode } from 'react'
import { Doubt } from '../door/Doubt.tsx'
import { OutAsked } from '../door/OutAsked.tsx'
import styles from './BoardPlan.module.css'

/** What the board behind the closed door says over the plan: somebody shall be taken out, or the server is not to be trusted. */
export function InsideStrips() {
  return (
    <>
      <OutAsked>{asStrip}</OutAsked>
      <Doubt>{asStrip}</Doubt>
    </>
  )
}

const asStrip = (words: string, buttons: ReactNode) => (
  <div className={styles['called']}>
    <span>{words}</span>
    {buttons}
  </div>
)
