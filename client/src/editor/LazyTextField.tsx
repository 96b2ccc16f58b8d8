import { useEffect, useState } from 'react'
import { m } from '../messages/compiled/messages.js'
import { useAgreement } from '../plan/usePlan.ts'
import styles from './TextField.module.css'
import type { TextFieldProps } from './textFieldProps.ts'

type Loaded = typeof import('./TextField.tsx')

let loaded: Loaded | undefined

async function loadTextField(): Promise<Loaded> {
  loaded = await import('./TextField.tsx')
  return loaded
}

/** Fetches the editor beforehand, so that a field opens within the tap itself, and also without internet. */
export function preloadTextField(): void {
  loadTextField().catch(() => {
    // No internet now: the field itself tries when it is opened.
  })
}

/**
 * A field of an agreement to type in, for the one field in use: everywhere else the words are plain text.
 * While the editor is being fetched the words stand there to read; when it cannot be fetched the field says so
 * and tries again when the connection is back.
 */
export function LazyTextField(props: TextFieldProps) {
  // Kept from the first moment: a component that changed kind halfway would lose the cursor.
  const [found, setFound] = useState(loaded)
  const [failed, setFailed] = useState(false)
  const agreement = useAgreement(props.circle.live.doc, props.agreementId)

  useEffect(() => {
    if (found !== undefined) return
    const load = () => {
      loadTextField().then(setFound, () => setFailed(true))
    }
    load()
    addEventListener('online', load)
    return () => removeEventListener('online', load)
  }, [found])

  const again = () => {
    setFailed(false)
    loadTextField().then(setFound, () => setFailed(true))
  }

  if (found !== undefined) return <found.TextField {...props} />
  return (
    <>
      <div className={`${styles['field']} ${props.className ?? ''}`} dir="auto" aria-busy={!failed}>
        {agreement?.[props.field]}
      </div>
      {failed ? (
        <output className={styles['notice']}>
          {m.t_not_loaded()}{' '}
          <button type="button" className={styles['restore']} onClick={again}>
            {m.st_again()}
          </button>
        </output>
      ) : null}
    </>
  )
}
