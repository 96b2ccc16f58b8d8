import { m } from '../messages/compiled/messages.js'
import { useConnectionStory } from '../plan/connectionStory.ts'
import type { LiveDocument } from '../sync/liveDocument.ts'
import { Notice } from '../ui/Notice.tsx'

/** What there is to say about the connection, in words; nothing while all is well. */
export function ConnectionStrip({ live }: { readonly live: LiveDocument }) {
  switch (useConnectionStory(live)) {
    case 'quiet':
      return null
    case 'offline':
      return (
        <Notice kind="offline" title={m.st_off_title()}>
          {m.st_off_write()} {m.st_kept()}
        </Notice>
      )
    case 'fetching':
      return <Notice>{m.st_sync()}</Notice>
    case 'back':
      return <Notice>{m.st_back()}</Notice>
    case 'full':
      return <Notice kind="error">{m.st_full()}</Notice>
    case 'refused':
      return <Notice kind="error">{m.pp_refused()}</Notice>
  }
}
