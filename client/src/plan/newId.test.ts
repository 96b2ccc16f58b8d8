import { idText } from '@kringplan/shared/contract/fields'
import { expect, it } from 'vitest'
import { newId } from './newId.ts'

it('gives ids that the contract takes, each its own', () => {
  const ids = Array.from({ length: 200 }, newId)
  for (const id of ids) expect(idText.safeParse(id).success).toBe(true)
  expect(new Set(ids).size).toBe(200)
})
