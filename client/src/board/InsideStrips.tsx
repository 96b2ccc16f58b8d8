import type { ReactNode } from 'react'
import { AtDoor } from '../door/AtDoor.tsx'
import { Doubt } from '../door/Doubt.tsx'
import { OutAsked } from '../door/OutAsked.tsx'
import styles from './BoardPlan.module.css'

/**
 * What the board behind the closed door says over the plan: somebody is at the door, somebody shall be taken out, the server
 * is not to be trusted.
 */
export function InsideStrips() {
  return (
    <>
      <OutAsked>{asStrip}</OutAsked>
      <AtDoor>{asStrip}</AtDoor>
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
