import { useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import { useCircle } from '../circle/circle.ts'
import { newId } from '../plan/newId.ts'
import { useKnownSchema } from '../plan/usePlan.ts'
import { ideaPath, readIdeaPlace } from './ideaPaths.ts'
import { IdeaList } from './IdeaList.tsx'
import { NewIdea } from './NewIdea.tsx'
import { planPath } from './planPaths.ts'

/**
 * K6, the ideas on a phone: the wall as a list, and a page on which a new idea is private until it is put on the
 * board. Works on any document that a `CircleContext` around it gives.
 */
export function PhoneIdeas({ home }: { readonly home: string }) {
  const circle = useCircle()
  const [location] = useLocation()
  const known = useKnownSchema(circle.live.doc)
  const place = readIdeaPlace(location, home)
  if (circle.ideas === null) return <Redirect to={planPath(home)} replace />
  if (place.page === 'list') return <IdeaList home={home} canWrite={circle.canWrite && known} />
  if (!circle.canWrite) return <Redirect to={ideaPath(home)} replace />
  if (place.id === null) return <Begin home={home} />
  return <NewIdea key={place.id} home={home} id={place.id} canPut={known} />
}

/** A new idea gets its id in the address, so that a reload finds its words. */
function Begin({ home }: { readonly home: string }) {
  const [id] = useState(newId)
  return <Redirect to={ideaPath(home, 'nieuw', id)} replace />
}
