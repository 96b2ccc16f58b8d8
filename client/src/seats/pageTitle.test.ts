import type { SeatView } from '@kringplan/shared/contract/seatView'
import type { Role } from '@kringplan/shared/policy/roles'
import { beforeEach, describe, expect, it } from 'vitest'
import { setLocale } from '../i18n/locale.ts'
import { pageTitle } from './pageTitle.ts'

const view = (role: Role, demo: boolean) =>
  ({
    kind: 'open',
    demo,
    self: { seat: 's', role, personId: 'p', name: 'tante Edith', language: 'nl' },
  }) as unknown as SeatView

describe('what stands on a tab', () => {
  beforeEach(() => setLocale('nl'))

  it('[UI11] under the demo every tab says whose it is', () => {
    expect(pageTitle(view('member', true))).toBe('tante Edith, Kringplan')
    expect(pageTitle(view('board', true))).toBe('Het bord, Kringplan')
  })

  it('[UI11] elsewhere no name of a person stands in a title, which stays behind in the history', () => {
    expect(pageTitle(view('member', false))).toBe('Kringplan')
    expect(pageTitle(view('professional', false))).toBe('Kringplan')
    expect(pageTitle(view('coordinator', false))).toBe('Coördinator, Kringplan')
    expect(pageTitle(view('board', false))).toBe('Het bord, Kringplan')
    expect(pageTitle(null)).toBe('Kringplan')
  })
})
