import { describe, expect, it } from 'vitest'
import { phases } from '@kringplan/shared/phase/phases'
import { bindings, isTableAction, readKey, type KeyPress } from './keymap.ts'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('the keys of the board', () => {
  it.each([
    ['n', 'new'],
    ['N', 'new'],
    ['Enter', 'open'],
    ['Escape', 'back'],
    ['ArrowDown', 'down'],
    ['PageDown', 'pageOn'],
    ['Delete', 'remove'],
    ['i', 'ideas'],
    ['p', 'plan'],
    ['b', 'rest'],
    ['c', 'contrast'],
    ['+', 'larger'],
    ['-', 'smaller'],
    ['f', 'call'],
    ['d', 'door'],
    ['k', 'knock'],
    ['?', 'help'],
    ['7', 'digit'],
  ] as const)('[BO1] %s is %s', (key, action) => {
    expect(readKey(press(key), true)).toBe(action)
  })

  it('[BO1] Alt and an arrow move the agreement, Ctrl or Cmd and Z undo', () => {
    expect(readKey(press('ArrowUp', { altKey: true }), true)).toBe('moveUp')
    expect(readKey(press('ArrowDown', { altKey: true }), true)).toBe('moveDown')
    expect(readKey(press('z', { ctrlKey: true }), true)).toBe('undo')
    expect(readKey(press('z', { metaKey: true }), true)).toBe('undo')
  })

  it('[BO1] leaves the browser its own keys', () => {
    for (const key of ['n', 'i', 'p', 'f', 'd', '1', '+', 'Enter']) {
      expect(readKey(press(key, { ctrlKey: true }), true), key).toBeNull()
      expect(readKey(press(key, { altKey: true }), true), key).toBeNull()
    }
    expect(readKey(press('z'), true)).toBeNull()
    expect(readKey(press('Z', { ctrlKey: true, shiftKey: true }), true)).toBeNull()
    expect(readKey(press('ArrowUp', { altKey: true, ctrlKey: true }), true)).toBeNull()
  })

  it('[BO1] keys of what is not built yet are not bound', () => {
    for (const key of ['r', 's'])
      for (const phase of phases) expect(readKey(press(key), true, phase), key).toBeNull()
  })

  it.each([
    ['l', 'presentation', 'read'],
    ['l', 'signing', 'read'],
    ['w', 'presentation', 'again'],
    ['v', 'presentation', 'freeze'],
    ['m', 'presentation', 'redraft'],
    ['x', 'presentation', 'settled'],
    ['t', 'deliberation', 'present'],
    ['t', 'signing', 'table'],
    ['k', 'signing', 'finish'],
    ['o', 'signing', 'paper'],
    ['End', 'presentation', 'last'],
  ] as const)('[TB1] %s in %s is %s', (key, phase, action) => {
    expect(readKey(press(key), true, phase)).toBe(action)
  })

  it('[TB1] a key of the table does nothing before it, and one of signing nothing at the table', () => {
    for (const key of ['l', 'w', 'v', 'm', 'x', 'o', 'Home'])
      expect(readKey(press(key), true, 'deliberation'), key).toBeNull()
    for (const key of ['k', 'o', 't']) expect(readKey(press(key), true, 'presentation'), key).toBeNull()
    for (const key of ['v', 'w', 'm', 'g']) expect(readKey(press(key), true, 'signing'), key).toBeNull()
    for (const key of ['l', 't', 'k', 'v', 'g']) expect(readKey(press(key), true, 'followUp'), key).toBeNull()
  })

  it('[TB1] drafting goes on at the table with its own keys', () => {
    expect(readKey(press('n'), true, 'presentation')).toBe('new')
    expect(
      bindings.filter(({ action }) => isTableAction(action)).every(({ phases: of }) => of !== undefined),
    ).toBe(true)
    expect(isTableAction('new')).toBe(false)
  })

  it('[BO2] with letters switched off no sign alone does anything, and the rest works', () => {
    for (const { keys, single, with: held, phases: of } of bindings) {
      for (const key of keys) {
        const [phase] = of ?? []
        const found = readKey(press(key, { altKey: held === 'alt', ctrlKey: held === 'ctrl' }), false, phase)
        expect(found === null, key).toBe(single)
      }
    }
    const alone = bindings.filter((binding) => !binding.single && binding.with === undefined)
    expect(alone.flatMap(({ keys }) => keys).filter((key) => key.length === 1)).toEqual([])
  })

  it('[BO1] no key stands for two things', () => {
    for (const phase of phases) {
      const all = bindings
        .filter(({ phases: of }) => of === undefined || of.includes(phase))
        .flatMap(({ keys, with: held }) => keys.map((key) => `${held ?? ''} ${key}`))
      expect(new Set(all).size).toBe(all.length)
    }
  })
})
