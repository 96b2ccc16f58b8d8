import { describe, expect, it } from 'vitest'
import { samplePlanFile } from '../copy/sampleCopy.testkit.ts'
import { readPlanFile } from './readPlanFile.ts'

const file = samplePlanFile()
const chosen = (text: string, size = text.length) => ({ size, text: async () => text })

describe('readPlanFile', () => {
  it('[CP9] a plan file is checked and handed on to be shown', async () => {
    const result = await readPlanFile(chosen(JSON.stringify(file)))
    expect(result).toMatchObject({ kind: 'checked', file, verdict: { good: true, circle: file.circle } })
  })

  it('[CP4] a changed one is shown as not good', async () => {
    const bad = JSON.stringify({ ...file, text: file.text.replace('opvang', 'opvanG') })
    expect(await readPlanFile(chosen(bad))).toMatchObject({
      kind: 'checked',
      verdict: { good: false, faults: ['text', 'signature'] },
    })
  })

  it('[CP9] anything else gets a sentence and throws nothing', async () => {
    expect(await readPlanFile(chosen('', 20_000_000))).toEqual({ kind: 'large' })
    expect(await readPlanFile(chosen('%PDF-1.7'))).toEqual({ kind: 'unreadable' })
    expect(await readPlanFile(chosen('{"name":"kringplan"}'))).toEqual({ kind: 'notAPlan' })
    const gone = { size: 1, text: () => Promise.reject(new Error('moved')) }
    expect(await readPlanFile(gone)).toEqual({ kind: 'unreadable' })
  })
})
