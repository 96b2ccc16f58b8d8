import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { ManualClock } from '../testkit/manualClock.testkit.ts'
import { createDoorTickets } from './doorTickets.ts'

it('[JN7] what one circle asks for puts out no ticket of another, and is bounded', () => {
  const tickets = createDoorTickets(new ManualClock(), randomBytes)
  const quiet = tickets.make({ conferenceId: 'quiet', room: 'a' })
  const own = Array.from({ length: 2000 }, () => tickets.make({ conferenceId: 'busy', room: 'b' }))
  expect(tickets.find(quiet)).toMatchObject({ conferenceId: 'quiet' })
  expect(tickets.find(own.at(-1) ?? '')).toMatchObject({ conferenceId: 'busy' })
  expect(own.filter((text) => tickets.find(text) !== undefined)).toHaveLength(60)
})
