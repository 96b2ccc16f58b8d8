import { describe, expect, it } from 'vitest'
import { nextStory, type ConnectionStory, type StoryEvent } from './connectionStory.ts'

const live = { link: 'live', loaded: true, arrived: true } as const
const offline = { link: 'offline', loaded: true, arrived: false } as const
const connecting = { link: 'connecting', loaded: true, arrived: false } as const
const tell = (...events: StoryEvent[]) =>
  events.reduce<ConnectionStory[]>((told, event) => [...told, nextStory(told.at(-1) ?? 'quiet', event)], [])

describe('the story of a connection', () => {
  it('is quiet while all is well, and while a page opens', () => {
    expect(tell({ ...connecting, loaded: false }, live, { ...live, arrived: false }, live)).toEqual([
      'quiet',
      'quiet',
      'quiet',
      'quiet',
    ])
  })

  it('says that it is over only when every word has arrived', () => {
    expect(tell(offline, connecting, { ...live, arrived: false }, live, live, 'told')).toEqual([
      'offline',
      'fetching',
      'fetching',
      'back',
      'back',
      'quiet',
    ])
  })

  it('starts again when the connection goes while it is told', () => {
    expect(tell(offline, live, offline, 'told')).toEqual(['offline', 'back', 'offline', 'offline'])
  })

  it('says when it will not come back', () => {
    expect(tell(offline, { ...offline, link: 'refused' })).toEqual(['offline', 'refused'])
  })

  it('says that the plan is full for as long as it is', () => {
    const full = { ...live, arrived: false, full: true }
    expect(tell(live, full, offline, full, { ...full, full: false })).toEqual([
      'quiet',
      'full',
      'offline',
      'full',
      'quiet',
    ])
  })
})
