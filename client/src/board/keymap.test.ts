import { describe, expect, it } from 'vitest'
import { bindings, readKey, type KeyPress } from './keymap.ts'

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
    for (const key of ['r', 'l', 's']) expect(readKey(press(key), true), key).toBeNull()
  })

  it('[BO2] with letters switched off no sign alone does anything, and the rest works', () => {
    for (const { keys, single, with: held } of bindings) {
      for (const key of keys) {
        const found = readKey(press(key, { altKey: held === 'alt', ctrlKey: held === 'ctrl' }), false)
        expect(found === null, key).toBe(single)
      }
    }
    const alone = bindings.filter((binding) => !binding.single && binding.with === undefined)
    expect(alone.flatMap(({ keys }) => keys).filter((key) => key.length === 1)).toEqual([])
  })

  it('[BO1] no key stands for two things', () => {
    const all = bindings.flatMap(({ keys, with: held }) => keys.map((key) => `${held ?? ''} ${key}`))
    expect(new Set(all).size).toBe(all.length)
  })
})
