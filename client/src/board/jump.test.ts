import { describe, expect, it } from 'vitest'
import { pushDigit, readJump } from './jump.ts'

const typed = (digits: string) => [...digits].reduce((buffer, digit) => pushDigit(buffer, digit), '')

describe('jumping to a number', () => {
  it('[BO5] one or two digits point at an agreement', () => {
    expect(readJump(typed('1'), 18)).toBe(0)
    expect(readJump(typed('18'), 18)).toBe(17)
    expect(readJump(typed('9'), 8)).toBeNull()
    expect(readJump('', 8)).toBeNull()
  })

  it('[BO5] a zero in front counts for nothing, a third digit starts anew', () => {
    expect(typed('0')).toBe('')
    expect(typed('03')).toBe('3')
    expect(typed('123')).toBe('3')
    expect(typed('10')).toBe('10')
  })
})
