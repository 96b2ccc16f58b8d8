import { addIdea, MAX_IDEA } from '@kringplan/shared/plan/ideas'
import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { useCircle } from '../circle/circle.ts'
import { privateIdeasOf, useIdeas, usePrivateIdeas } from '../ideas/useIdeas.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/Field.tsx'
import { eyeSlash, trash } from '../ui/icons/editIcons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ideaPath } from './ideaPaths.ts'
import styles from './PhoneIdeas.module.css'
import page from './PhonePlan.module.css'
import { PlanTop } from './PlanTop.tsx'

export interface NewIdeaProps {
  readonly home: string
  readonly id: string
  /** Whether the wall can be written on by this page. */
  readonly canPut: boolean
}

/** One idea that only its maker sees: typed and kept on this device, and put on the board by its button alone. */
export function NewIdea({ home, id, canPut }: NewIdeaProps) {
  const circle = useCircle()
  const { doc } = circle.live
  const [, go] = useLocation()
  const mine = privateIdeasOf(circle)
  const { ideas, loaded, kept } = usePrivateIdeas(circle)
  const isOnWall = useIdeas(doc).some((idea) => idea.id === id)
  const heading = useRef<HTMLHeadingElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => heading.current?.focus(), [])
  // Also by the phone's own "back" to this page, once the idea is public.
  useEffect(() => {
    if (isOnWall) go(ideaPath(home), { replace: true })
  }, [isOnWall, go, home])

  const text = ideas.find((idea) => idea.id === id)?.text ?? ''
  const isEmpty = text.trim() === ''
  const put = () => {
    if (isEmpty || !canPut) return
    addIdea(doc, { id, text, by: circle.me.personId, name: circle.me.name })
  }
  const drop = () => {
    mine.drop(id)
    go(ideaPath(home), { replace: true })
  }
  return (
    <div className={page['page']}>
      <PlanTop back={ideaPath(home)} words={m.idea_title()} />
      <main className={page['main']}>
        <h1 ref={heading} tabIndex={-1} className={page['title']}>
          {m.idea_empty()}
        </h1>
        {loaded ? (
          <TextArea
            label={m.idea_new()}
            hint={
              <span className={styles['private']}>
                <Icon shape={eyeSlash} />
                {m.idea_private()}
              </span>
            }
            rows={3}
            value={text}
            maxLength={MAX_IDEA}
            enterKeyHint="done"
            onChange={(event) => mine.write(id, event.target.value)}
            onKeyDown={(event) => {
              // One line; and a press too many must not make it public.
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
              event.preventDefault()
              button.current?.focus()
            }}
          />
        ) : (
          <Loading />
        )}
        <output className={page['state']}>
          {text.length >= MAX_IDEA ? m.idea_full() : kept && !isEmpty ? m.st_kept() : null}
        </output>
      </main>
      <div className={styles['bar']}>
        {isEmpty ? null : (
          <Button icon={trash} onClick={drop}>
            {m.idea_drop()}
          </Button>
        )}
        <Button ref={button} kind="primary" size="large" disabled={isEmpty || !canPut} onClick={put}>
          {m.idea_put()}
        </Button>
      </div>
    </div>
  )
}
