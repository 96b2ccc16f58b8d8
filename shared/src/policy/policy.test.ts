import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phases } from '../phase/phases.ts'
import { actionList, type Action } from './actions.ts'
import { can, isDoorClosed } from './can.ts'
import { printMatrix } from './matrix.ts'
import { roles, settings, standings } from './roles.ts'
import { table } from './table.ts'

const spec = readFileSync(fileURLToPath(new URL('../../SPEC.md', import.meta.url)), 'utf8')
const closed = { standing: 'in', setting: 'withDoor', phase: 'deliberation' }

describe('policy', () => {
  it('[PO1] the printed matrix in SPEC.md is the table', () => {
    expect(spec).toContain(printMatrix())
  })

  it('[PO2] every action has a row for every setting and phase', () => {
    for (const action of actionList) {
      for (const setting of settings) {
        expect(Object.keys(table[action][setting]).toSorted()).toEqual([...phases].toSorted())
      }
    }
  })

  it('[PO3] anything unknown is refused, and throws nothing', () => {
    const odd = fc.oneof(
      fc.string(),
      fc.constantFrom('__proto__', 'constructor', 'toString', 'COORDINATOR', 'withdoor', ''),
    )
    fc.assert(
      fc.property(odd, odd, odd, odd, odd, (role, standing, setting, phase, action) => {
        const known =
          roles.some((r) => r === role) &&
          standings.some((s) => s === standing) &&
          settings.some((s) => s === setting)
        if (known) return
        expect(can({ role, standing, setting, phase }, action as Action)).toBe(false)
      }),
    )
    expect(can({ role: 'board', ...closed }, '__proto__' as Action)).toBe(false)
  })

  it('[PO4] with the door closed a professional may only see the own screen, a coordinator also answer, knock and end', () => {
    for (const role of ['coordinator', 'professional']) {
      const may = actionList.filter((action) => can({ role, ...closed }, action))
      expect(may).toEqual(
        role === 'coordinator' ? ['view.read', 'phase.end', 'call.answer', 'knock.make'] : ['view.read'],
      )
    }
    expect(can({ role: 'member', ...closed }, 'draft.connect')).toBe(true)
  })

  it('[PO5] the coordinator writes content in no setting, phase and standing', () => {
    for (const setting of settings) {
      for (const phase of phases) {
        for (const standing of standings) {
          for (const action of ['plan.write', 'draft.connect', 'points.write'] as const) {
            expect(can({ role: 'coordinator', standing, setting, phase }, action)).toBe(false)
          }
        }
      }
    }
    expect(
      can({ role: 'professional', standing: 'in', setting: 'together', phase: 'deliberation' }, 'plan.write'),
    ).toBe(true)
  })

  it('[PO6] a device that waits for a yes may only see that it waits', () => {
    for (const role of roles) {
      for (const setting of settings) {
        for (const phase of phases) {
          const may = actionList.filter((action) =>
            can({ role, standing: 'pending', setting, phase }, action),
          )
          expect(may).toEqual(['view.read'])
        }
      }
    }
  })

  it('[PO7] who went outside hears a call and can end, nothing else', () => {
    const outside = { standing: 'outside', setting: 'withDoor', phase: 'information' }
    expect(actionList.filter((action) => can({ role: 'coordinator', ...outside }, action))).toEqual([
      'view.read',
      'phase.end',
      'call.answer',
    ])
    expect(actionList.filter((action) => can({ role: 'professional', ...outside }, action))).toEqual([
      'view.read',
    ])
  })

  it('[PO8] the door is closed exactly in the deliberation of a conference that has one', () => {
    const shut = settings.flatMap((setting) =>
      phases.filter((phase) => isDoorClosed({ setting, phase })).map((phase) => `${setting} ${phase}`),
    )
    expect(shut).toEqual(['withDoor deliberation'])
  })
})
