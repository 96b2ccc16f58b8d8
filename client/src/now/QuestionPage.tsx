import { m } from '../messages/compiled/messages.js'
import { BackLink } from '../seats/BackLink.tsx'
import { PhonePage } from '../seats/PhonePage.tsx'
import styles from './NowPage.module.css'

export interface QuestionPageProps {
  readonly home: string
  readonly question: string
  readonly points: readonly {
    readonly id: string
    readonly by: string
    readonly kind: string
    readonly text: string
  }[]
}

const kinds = [
  ['worry', () => m.k_points_worry()],
  ['offer', () => m.k_points_offer()],
] as const

/** The question of the circle, and what professionals said about it before. */
export function QuestionPage({ home, question, points }: QuestionPageProps) {
  return (
    <PhonePage start={<BackLink href={home} />} title={m.now_question()}>
      <p className={styles['question']} dir="auto">
        {question === '' ? m.now_no_question() : question}
      </p>
      {kinds.map(([kind, heading]) => {
        const some = points.filter((point) => point.kind === kind)
        if (some.length === 0) return null
        return (
          <section key={kind} className={styles['points']}>
            <h2 className={styles['heading']}>{heading()}</h2>
            <ul className={styles['points']}>
              {some.map((point) => (
                <li key={point.id} className={styles['point']}>
                  <span dir="auto">{point.text}</span>
                  <bdi className={styles['by']}>{point.by}</bdi>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </PhonePage>
  )
}
