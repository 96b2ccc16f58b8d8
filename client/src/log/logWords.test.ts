import { logKinds } from '@kringplan/shared/log/doorLog'
import { expect, it } from 'vitest'
import { logWords } from './logWords.ts'

const herman = { role: 'member', personId: 'hermanherman', name: 'oom Herman' } as const
const board = { role: 'board', personId: null, name: '' } as const

it('[LG8] every kind has words of its own, with the people in it', () => {
  const words = logKinds.map((kind) => logWords({ kind, who: herman, by: board }))
  expect(new Set(words).size).toBe(logKinds.length)
  for (const one of words) expect(one).toMatch(/^[^?{}]+\.$/)
  expect(logWords({ kind: 'inside', who: herman, by: null })).toContain('oom Herman')
  expect(logWords({ kind: 'inside', who: herman, by: null })).not.toBe(
    logWords({ kind: 'inside', who: board, by: null }),
  )
  expect(logWords({ kind: 'letIn', who: herman, by: board })).toContain('oom Herman')
})

it('[LG8] a line without a name, and one of a later server, have words too', () => {
  for (const kind of logKinds) expect(logWords({ kind, who: null, by: null })).not.toContain('undefined')
  expect(logWords({ kind: 'of later' as never, who: herman, by: null })).not.toBe('')
})
