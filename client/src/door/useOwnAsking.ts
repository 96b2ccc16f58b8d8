import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { useEffect, useRef, useState } from 'react'
import { call } from '../api/call.ts'
import type { Device } from './enterRoom.ts'
import { forgetRoom } from './forgetRoom.ts'
import { heldKey } from './heldKeys.ts'
import { keyStoreOf } from './keyStorage.ts'

const againMs = 4000

/**
 * Sees to it that an asking of this device stands only as long as it has the key of the room that would come: without it
 * another person's yes would make a room that nobody can open. And that the key goes when the asking does.
 * @returns true when the key is lost, and the asking is being taken back
 */
export function useOwnAsking({ anew, room, self }: ClosedView, device: Device): boolean {
  const { seat } = self
  const asked = anew?.seat === seat ? anew.room : undefined
  const [lost, setLost] = useState<string>()
  const last = useRef<string | undefined>(undefined)
  useEffect(() => {
    let over = false
    const before = last.current
    last.current = asked
    if (asked !== undefined) {
      void hasKey(seat, asked, device).then((has) => (has || over ? undefined : setLost(asked)))
    } else if (before !== undefined) void forgetRoom(seat, before)
    else void eraseOthers(seat, room, device).catch(() => undefined)
    return () => {
      over = true
    }
  }, [seat, room, asked, device])
  const isLost = asked !== undefined && lost === asked
  useEffect(() => {
    if (!isLost) return
    const drop = () => void call('dropAnew', { params: { seat }, input: { room: asked } })
    drop()
    const timer = setInterval(drop, againMs)
    return () => clearInterval(timer)
  }, [isLost, seat, asked])
  return lost !== undefined
}

/** In this page, or on this phone from before a reload. */
async function hasKey(seat: string, room: string, device: Device): Promise<boolean> {
  if (heldKey(seat, room) !== undefined) return true
  if (device === 'board') return false
  return keyStoreOf(seat)
    .then((store) => store.has(room, seat))
    .catch(() => false)
}

/** What a page of before kept for a room that did not come. */
async function eraseOthers(seat: string, room: string, device: Device): Promise<void> {
  if (device === 'phone') await (await keyStoreOf(seat)).eraseOthers(room, seat)
}
