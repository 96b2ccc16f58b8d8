import type { Parsed, Output } from '@kringplan/shared/contract/messages'
import type { RouteName } from '@kringplan/shared/contract/routes'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Hub, Placed } from '../conference/hub.ts'
import type { OpenAsks } from '../conference/openAsks.ts'
import type { SeatFacts, Snapshot } from '../conference/snapshot.ts'
import type { DoorLog } from '../doorLog/doorLog.ts'
import type { DoorTickets } from '../seats/doorTickets.ts'
import type { FarLinks } from '../seats/farLinks.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Random } from '../secrets.ts'
import type { Db, Tx } from '../store/tables.ts'
import type { Answer } from './answer.ts'
import type { Builds } from '../screens/builds.ts'
import type { CookieJar } from './cookies.ts'
import type { Limits } from './limiter.ts'
import type { Origins } from './origins.ts'

/** What the handlers work with. One per server. */
export interface Services {
  readonly config: Config
  readonly db: Db
  readonly hub: Hub
  readonly rooms: Rooms
  readonly openAsks: OpenAsks
  readonly doorTickets: DoorTickets
  readonly farLinks: FarLinks
  readonly doorLog: DoorLog
  readonly builds: Builds
  readonly clock: Clock
  readonly random: Random
  readonly secret: Uint8Array
  readonly origins: Origins
  readonly limits: Limits
}

/** One request of anybody. */
export interface PublicContext {
  readonly services: Services
  readonly cookies: CookieJar
  readonly address: string
  /** The `:id` of the path, or an empty string. */
  readonly id: string
}

/** One request from a coordinator's desk. */
export interface DeskContext extends PublicContext {
  readonly coordinatorId: string
}

/** One request from a seat that may do this, as far as could be seen when it came in. */
export interface SeatContext extends PublicContext {
  readonly seat: SeatFacts
  readonly placed: Placed
  /** Changes the conference of this seat. Asks the policy again when its turn has come, before `before` too. */
  change<T>(
    change: (tx: Tx, snapshot: Snapshot) => Promise<Answer<T>>,
    before?: (snapshot: Snapshot) => Promise<Answer<unknown>>,
  ): Promise<Answer<T>>
}

type PublicRoute =
  | 'signIn'
  | 'peekCard'
  | 'joinByCard'
  | 'peekCode'
  | 'joinByCode'
  | 'peekFar'
  | 'joinFar'
  | 'newBoard'
type DeskRoute = 'listConferences' | 'createConference' | 'enterConference'
type SeatRoute = Exclude<RouteName, PublicRoute | DeskRoute>

type Handler<C, N extends RouteName> = (context: C, input: Parsed<N>) => Promise<Answer<Output<N>>>

/** One handler for every route of the contract: a missing one does not compile. */
export interface Handlers {
  readonly public: { readonly [N in PublicRoute]: Handler<PublicContext, N> }
  readonly desk: { readonly [N in DeskRoute]: Handler<DeskContext, N> }
  readonly seat: { readonly [N in SeatRoute]: Handler<SeatContext, N> }
}

/** This moment, as it is stored. */
export const nowText = (services: Pick<Services, 'clock'>): string => services.clock.now().toISOString()
