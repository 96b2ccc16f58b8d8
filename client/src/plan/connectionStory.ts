import { useEffect, useReducer } from 'react'
import type { DocStatus, LiveDocument } from '../sync/liveDocument.ts'

/**
 * What a screen says about the connection: nothing while all is well, `offline`, `fetching` while it comes back,
 * `back` for a moment when everything has arrived again, `refused` when it will not come back, `full` when there is
 * no room for more words.
 */
export type ConnectionStory = 'quiet' | 'offline' | 'fetching' | 'back' | 'refused' | 'full'

export type StoryEvent = DocStatus | 'told'

/** How long "Alles staat weer op het bord" stays. */
const TOLD_MS = 3_000

/** The next part of the story. Only who was told of a loss is told that it is over. */
export function nextStory(story: ConnectionStory, event: StoryEvent): ConnectionStory {
  if (event === 'told') return story === 'back' ? 'quiet' : story
  if (event.link === 'refused') return 'refused'
  if (event.link === 'offline') return 'offline'
  if (event.full === true) return 'full'
  const troubled = story === 'offline' || story === 'fetching'
  if (!troubled) return story === 'refused' || story === 'full' ? 'quiet' : story
  return event.link === 'live' && event.arrived ? 'back' : 'fetching'
}

/** Follows the connection of a document as a story for people. */
export function useConnectionStory(live: LiveDocument): ConnectionStory {
  const [story, tell] = useReducer(nextStory, 'quiet')
  useEffect(() => {
    const onStatus = () => tell(live.getStatus())
    onStatus()
    return live.subscribe(onStatus)
  }, [live])
  useEffect(() => {
    if (story !== 'back') return
    const timer = setTimeout(() => tell('told'), TOLD_MS)
    return () => clearTimeout(timer)
  }, [story])
  return story
}
