import type { OpenView, WaitingView } from '@kringplan/shared/contract/seatView'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { m } from '../messages/compiled/messages.js'
import { WaitingDevices } from './WaitingDevices.tsx'
import { WaitingPage } from './WaitingPage.tsx'

const self = { seat: 's', role: 'member', personId: 'p', name: 'Herman', language: 'nl' } as const
const page = (ready: boolean) => {
  const view: WaitingView = {
    kind: 'waiting',
    schemaVersion: 1,
    self,
    circle: 'Kring',
    practice: false,
    ready,
  }
  return renderToStaticMarkup(<WaitingPage view={view} link="live" />)
}
const asked = (phase: OpenView['phase'], how: 'listed' | 'again') => {
  const waiting = [{ id: 'w', name: 'Ria', how }]
  const view = { self, phase, waiting, hasDoor: true } as Partial<OpenView> as OpenView
  return renderToStaticMarkup(<WaitingDevices view={view} />)
}

describe('a device that waits', () => {
  it('[JN6] is told that somebody of the circle says yes on a phone, once the plan is ready', () => {
    expect(page(true)).toContain(m.join_ready())
    expect(page(true)).toContain(m.join_ready_how())
    expect(page(true)).not.toContain(m.join_wait_how())
    expect(page(false)).toContain(m.join_wait_how())
  })

  it('[JN6] stands with yes and no on a member’s phone, also when the plan is ready', () => {
    const home = asked('followUp', 'listed')
    expect(home).toContain(m.join_ask_ready({ naam: 'Ria' }))
    expect(home).toContain(m.join_ask_yes())
    expect(home).toContain(m.join_ask_no())
    expect(asked('signing', 'listed')).toContain(m.join_ask_room({ naam: 'Ria' }))
    expect(asked('followUp', 'again')).toContain(m.join_ask_second({ naam: 'Ria' }))
  })
})
