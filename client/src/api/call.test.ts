import { describe, expect, it } from 'vitest'
import { call, fillPath } from './call.ts'

interface Sent {
  readonly url: string
  readonly init: RequestInit | undefined
}

/** A stand-in for fetch that answers with this and notes what was sent. */
function answering(status: number, body: string) {
  const sent: Sent[] = []
  const send = async (url: unknown, init?: RequestInit) => {
    sent.push({ url: String(url), init })
    return new Response(body, { status })
  }
  return { sent, send: send as typeof fetch }
}

describe('call', () => {
  it('[SH1] sends method, path and body of the contract, and gives the answer', async () => {
    const { sent, send } = answering(200, '{"done":true}')
    const done = await call(
      'editPerson',
      {
        params: { seat: 's1', id: 'a/b' },
        input: { name: 'opa', language: 'nl', role: 'member', mainPerson: false },
      },
      send,
    )
    expect(done).toEqual({ ok: true, value: { done: true } })
    expect(sent[0]?.url).toBe('/api/seats/s1/people/a%2Fb')
    expect(sent[0]?.init?.method).toBe('PUT')
    expect(JSON.parse((sent[0]?.init?.body ?? '') as string)).toMatchObject({ name: 'opa' })
  })

  it('[SH1] a GET has no body, every other call has one', async () => {
    const get = answering(200, '{}')
    await call('view', { params: { seat: 's1' } }, get.send)
    expect(get.sent[0]?.init?.body).toBeUndefined()
    const post = answering(200, '{}')
    await call('leave', { params: { seat: 's1' } }, post.send)
    expect(post.sent[0]?.init?.body).toBe('{}')
  })

  it('[SH1] a refusal comes back with what belongs to it', async () => {
    const body = '{"refusal":"notYet","from":"2027-06-11T13:30:00.000Z"}'
    expect(await call('peekCard', { input: { token: 'x' } }, answering(403, body).send)).toEqual({
      ok: false,
      refusal: { refusal: 'notYet', from: '2027-06-11T13:30:00.000Z' },
    })
    const odd = answering(418, '{"refusal":"toString"}').send
    expect(await call('leave', { params: { seat: 's' } }, odd)).toEqual({
      ok: false,
      refusal: { refusal: 'failed' },
    })
  })

  it('[SH1] no network, and an answer of somebody else, are no network', async () => {
    const down = (() => Promise.reject(new TypeError('failed'))) as unknown as typeof fetch
    const offline = { ok: false, refusal: { refusal: 'offline' } }
    expect(await call('leave', { params: { seat: 's' } }, down)).toEqual(offline)
    const html = '<html>portal</html>'
    expect(await call('leave', { params: { seat: 's' } }, answering(200, html).send)).toEqual(offline)
    expect(await call('leave', { params: { seat: 's' } }, answering(502, html).send)).toEqual(offline)
  })

  it('[SH1] a path without its parameter is our own fault', () => {
    expect(() => fillPath('/api/seats/:seat/view', {})).toThrow('seat')
    expect(fillPath('/api/desks/:desk/conferences/:id/seat', { desk: 'd', id: 'c' })).toBe(
      '/api/desks/d/conferences/c/seat',
    )
  })
})
