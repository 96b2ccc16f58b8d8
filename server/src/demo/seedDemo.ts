import type { App } from '../app.ts'
import { insertConference } from '../conference/conferences.ts'
import { makeSignInLink } from '../desk/signIn.ts'
import { nowText, type Services } from '../http/context.ts'
import { hashOf, newId, newToken, personToken } from '../secrets.ts'
import type { Tx } from '../store/tables.ts'
import { readDemo, type DemoConference } from './demoData.ts'

/** The six links of one conference of the demo, as addresses. */
export interface DemoLinks {
  readonly conferenceId: string
  readonly circle: string
  readonly coordinator: string
  readonly professional: string
  readonly board: string
  readonly members: readonly { readonly name: string; readonly url: string }[]
}

const files = ['johan', 'wilgenplein'] as const
export type DemoName = (typeof files)[number]

/** Fills an empty server with the two conferences of the demo. Needs `config.demo`: its links work again and again. */
export async function seedDemo(app: Pick<App, 'services'>): Promise<Readonly<Record<DemoName, DemoLinks>>> {
  const { services } = app
  return {
    johan: await seed(services, readDemo('johan')),
    wilgenplein: await seed(services, readDemo('wilgenplein')),
  }
}

async function seed(services: Services, demo: DemoConference): Promise<DemoLinks> {
  const now = nowText(services)
  const board = newToken(services.random)
  const { id, people, coordinators } = await services.db.transaction().execute(async (tx) => {
    const leaders = await insertCoordinators(services, tx, demo.coordinators)
    const made = await insertConference(
      services,
      tx,
      {
        ...demo,
        startsAt: now,
        people: demo.people.map(({ picture, colour, joinsWith, ...person }) => ({
          ...person,
          joinsWith: demo.people.findIndex(({ name }) => name === joinsWith),
          look: picture === undefined || colour === undefined ? undefined : { picture, colour },
        })),
      },
      leaders,
    )
    if (!made.ok) throw new Error('a file of the demo names a model that does not exist')
    await insertPoints(services, tx, made.value, demo)
    await tx
      .insertInto('boardLinks')
      .values({ tokenHash: hashOf(board), conferenceId: made.value.id })
      .execute()
    return { ...made.value, coordinators: leaders }
  })

  const at = services.origins.main
  const leader = coordinators[0]
  if (leader === undefined) throw new Error('a file of the demo has no coordinator')
  const linkOf = (personId: string | undefined) =>
    `${at}/k#${personToken(services.secret, personId ?? '', 1)}`
  const idOf = (name: string) => people[demo.people.findIndex((person) => person.name === name)]
  return {
    conferenceId: id,
    circle: demo.circle,
    coordinator: `${at}/c#${await makeSignInLink(services, { coordinatorId: leader.id, name: leader.name, reusable: true })}`,
    professional: linkOf(people[demo.people.findIndex(({ role }) => role === 'professional')]),
    board: `${at}/bord#${board}`,
    members: demo.links.map((name) => ({ name, url: linkOf(idOf(name)) })),
  }
}

async function insertCoordinators(services: Services, tx: Tx, names: readonly string[]) {
  const coordinators: { id: string; name: string }[] = []
  for (const name of names) {
    const id = newId(services.random)
    await tx
      .insertInto('coordinators')
      .values({ id, name, createdAt: nowText(services) })
      .execute()
    coordinators.push({ id, name })
  }
  return coordinators
}

async function insertPoints(
  services: Services,
  tx: Tx,
  made: { readonly id: string; readonly people: readonly string[] },
  demo: DemoConference,
): Promise<void> {
  for (const [position, { by, kind, text }] of demo.points.entries()) {
    const personId = made.people[demo.people.findIndex((person) => person.name === by)]
    if (personId === undefined) throw new Error('a point of the demo is by nobody')
    const row = { id: newId(services.random), conferenceId: made.id, personId, kind, text, position }
    await tx.insertInto('points').values(row).execute()
  }
}
