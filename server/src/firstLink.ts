import { makeSignInLink } from './desk/signIn.ts'
import type { Services } from './http/context.ts'

/** The sign-in link of the first coordinator; undefined once somebody has signed in. */
export async function firstLink(services: Services): Promise<string | undefined> {
  const known = await services.db.selectFrom('coordinators').select('id').executeTakeFirst()
  return known === undefined ? anotherLink(services, undefined) : undefined
}

/**
 * Another sign-in link: for the coordinator of this name, for the only coordinator there is when no name is given,
 * or else for a new one.
 */
export async function anotherLink(
  services: Pick<Services, 'db' | 'clock' | 'random' | 'config'> & {
    readonly origins: { readonly main: string }
  },
  name: string | undefined,
): Promise<string> {
  const all = await services.db.selectFrom('coordinators').selectAll().orderBy('createdAt').execute()
  const known =
    name === undefined ? (all.length === 1 ? all[0] : undefined) : all.find((one) => one.name === name)
  const token = await makeSignInLink(services, {
    coordinatorId: known?.id ?? null,
    name: known?.name ?? name ?? services.config.coordinatorName,
  })
  return `${services.origins.main}/c#${token}`
}
