import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { BackLink } from '../seats/BackLink.tsx'
import { PhonePage } from '../seats/PhonePage.tsx'
import { useAnewWords } from './AnewWords.tsx'

/** On a phone outside: nobody can open the draft any more. Ask the circle to start anew, or answer who asks. */
export function AnewPage({ view, home }: { readonly view: ClosedView; readonly home: string }) {
  const { title, lead, body, buttons } = useAnewWords(view, 'phone')
  return (
    <PhonePage
      key={title}
      centred
      title={title}
      lead={lead}
      start={<BackLink href={home} />}
      actions={buttons}
    >
      {body}
    </PhonePage>
  )
}
