import { describe, expect, it } from 'vitest'
import { sendLink } from './sendLink.ts'

const url = 'https://kringplan.example/plek/s1/kopie'

describe('sendLink', () => {
  it('[CP5] sends the address and a title that says nothing of the plan', async () => {
    const shared: unknown[] = []
    const opened: string[] = []
    const open = (address: string) => void opened.push(address)
    await sendLink('Mijn kopie', url, { share: async (data) => void shared.push(data), open })
    expect(shared).toEqual([{ title: 'Mijn kopie', url }])
    await sendLink('Mijn kopie', url, { open })
    expect(opened).toEqual([`mailto:?subject=Mijn%20kopie&body=${encodeURIComponent(url)}`])
  })

  it('[CP5] a sheet that is closed again is no trouble', async () => {
    const share = async () => {
      throw new DOMException('no', 'AbortError')
    }
    await expect(sendLink('a', url, { share, open: () => undefined })).resolves.toBeUndefined()
  })
})
