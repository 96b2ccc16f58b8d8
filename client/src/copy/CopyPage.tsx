import { useLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { homeOf } from '../routes.ts'
import { BackLink } from '../seats/BackLink.tsx'
import { PhonePage } from '../seats/PhonePage.tsx'
import { PlainPage } from '../seats/PlainPage.tsx'
import { isPractice, SeatStrips } from '../seats/SeatStrips.tsx'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { CopyActions } from './CopyActions.tsx'
import styles from './CopyPage.module.css'
import { CopyView } from './CopyView.tsx'
import { useCopy } from './useCopy.ts'

/**
 * "Dit is jouw kopie van het plan": /plek/:seat/kopie. Stands on its own, without the live view of the seat, so that
 * it opens without network, and for as long as this device keeps the copy.
 */
export function CopyPage({ seat }: { readonly seat: string }) {
  useLocale()
  const { copy, contact, isAsking, again } = useCopy(seat)
  const home = homeOf('member', seat)
  if (isAsking) return <Loading />
  if (copy === null) {
    const isOffline = contact === 'offline'
    return (
      <PlainPage
        title={m.cp_none()}
        button={isOffline ? { label: m.st_again(), onPress: again } : toHome(home)}
      >
        {isOffline ? m.cp_none_net() : m.cp_none_wait()}
      </PlainPage>
    )
  }
  const { file, me, good, kept } = copy
  return (
    <PhonePage
      start={<BackLink href={home} />}
      title={m.c_copy()}
      lead={kept ? m.cp_kept() : null}
      strips={
        <>
          {contact === 'offline' ? (
            <Notice strip kind="offline">
              {m.cp_offline()}
            </Notice>
          ) : null}
          <SeatStrips practice={isPractice()} />
        </>
      }
    >
      {good ? null : (
        <Notice kind="error" title={m.cp_not_true()}>
          {m.cp_not_true_how()}
        </Notice>
      )}
      {contact === 'refused' ? <Notice title={m.cp_gone()}>{m.cp_gone_how()}</Notice> : null}
      {kept ? null : (
        <Notice kind="error" title={m.cp_not_kept()}>
          {m.cp_gone_how()}
        </Notice>
      )}
      <CopyView file={file} me={me} />
      <CopyActions seat={seat} file={file} me={me} hasServer={contact === 'live' || contact === 'asking'} />
      {contact === 'offline' ? (
        <div className={styles['again']}>
          <Button onClick={again}>{m.st_again()}</Button>
        </div>
      ) : null}
    </PhonePage>
  )
}

const toHome = (home: string) => ({ label: m.pic_go(), onPress: () => location.assign(home) })
