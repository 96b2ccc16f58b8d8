import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CircleContext, type Circle } from '../circle/circle.ts'
import { m } from '../messages/compiled/messages.js'
import type { DocStatus } from '../sync/liveDocument.ts'
import { Doubt } from './Doubt.tsx'

/** What a screen says over a document of this status. */
const said = (doubts?: number) => {
  const status: DocStatus = {
    link: 'live',
    loaded: true,
    arrived: true,
    ...(doubts === undefined ? {} : { doubts }),
  }
  const live = { getStatus: () => status, subscribe: () => () => {} }
  const circle = { live } as unknown as Circle
  return renderToStaticMarkup(
    <CircleContext value={circle}>
      <Doubt>
        {(words, button) => (
          <p>
            {words}
            {button}
          </p>
        )}
      </Doubt>
    </CircleContext>,
  )
}

describe('a server that is not to be trusted', () => {
  it('[DT5] is said in a sentence, with a button to say that it was read', () => {
    expect(said(1)).toContain(m.doubt())
    expect(said(1)).toContain(m.doubt_why())
    expect(said(1)).toContain(m.doubt_ok())
  })

  it('[DT5] is not said where there is no sign of it', () => {
    expect(said()).toBe('')
    expect(said(0)).toBe('')
  })
})
