import { call, type RefusalInfo } from '../api/call.ts'
import { parseBase64url, toBase64url } from '../sealed/base64url.ts'
import {
  derivePaperToken,
  formatPaperKey,
  hashPaperToken,
  makePaperKey,
  parsePaperKey,
  unwrapWithPaper,
  wrapWithPaper,
} from '../sealed/paperKey.ts'
import { deriveDoorToken } from '../sealed/roomKey.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import type { HeldKey } from './heldKeys.ts'

/** 24 nonce, 32 key, 16 tag. */
const wrapBytes = 72

/** Makes a key on paper for this room and stores what it opens. The groups of letters to write down, or why not. */
export async function storePaperKey(
  seat: string,
  key: HeldKey,
): Promise<
  { readonly ok: true; readonly letters: string } | { readonly ok: false; readonly refusal: RefusalInfo }
> {
  const { secret } = key
  const paper = makePaperKey(secureRandom)
  const answer = await call('storePaper', {
    params: { seat },
    input: {
      room: secret.room,
      doorToken: toBase64url(deriveDoorToken(secret)),
      paperTokenHash: toBase64url(hashPaperToken(derivePaperToken(secret.room, paper))),
      wrap: toBase64url(wrapWithPaper(secret, paper, secureRandom)),
    },
  })
  return answer.ok ? { ok: true, letters: formatPaperKey(paper) } : { ok: false, refusal: answer.refusal }
}

/** Why typed letters did not open the room: `letters` can be mended by looking at the paper again. */
export type PaperProblem = 'letters' | 'length' | 'slip' | 'wrong' | 'offline' | 'tooMany'

/** The key of the room out of the letters on paper. Never rejects. */
export async function openWithPaper(
  seat: string,
  room: string,
  typed: string,
): Promise<
  { readonly ok: true; readonly key: HeldKey } | { readonly ok: false; readonly problem: PaperProblem }
> {
  const paper = parsePaperKey(typed)
  if (!paper.ok) return { ok: false, problem: paper.reason }
  const answer = await call('fetchPaper', {
    params: { seat },
    input: { room, paperToken: toBase64url(derivePaperToken(room, paper.key)) },
  })
  if (!answer.ok) {
    const { refusal } = answer.refusal
    return { ok: false, problem: refusal === 'offline' || refusal === 'tooMany' ? refusal : 'wrong' }
  }
  const wrap = parseBase64url(answer.value.wrap, wrapBytes)
  const secret = wrap === undefined ? undefined : unwrapWithPaper(wrap, room, answer.value.epoch, paper.key)
  return secret === undefined ? { ok: false, problem: 'wrong' } : { ok: true, key: { secret } }
}
