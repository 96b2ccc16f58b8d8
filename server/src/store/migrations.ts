import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/*
 * The steps from an empty file to today's tables. A step that was ever released is never edited: a change is a
 * new step.
 */

const first: Migration = {
  async up(db: Kysely<unknown>) {
    const id = 'text primary key not null'
    const conference = 'text not null references conferences(id) on delete cascade'
    const statements = [
      `create table coordinators (id ${id}, name text not null, createdAt text not null)`,
      `create table signInLinks (tokenHash ${id}, coordinatorId text references coordinators(id), name text not null,
        expiresAt text not null, usedAt text, reusable integer not null)`,
      `create table desks (id ${id}, secretHash text not null, coordinatorId text not null references coordinators(id),
        createdAt text not null, endedAt text)`,
      `create table conferences (id ${id}, modelId text not null, setting text not null, circle text not null,
        question text not null, startsAt text, place text not null, phase text not null, since text not null,
        revision integer not null, joinCode text not null unique, room text unique, erased integer not null default 0,
        createdAt text not null)`,
      `create table people (id ${id}, conferenceId ${conference}, coordinatorId text references coordinators(id),
        name text not null, role text not null, language text not null, mainPerson integer not null, picture text,
        colour text, linkVersion integer not null, linkHash text unique, position integer not null)`,
      `create table seats (id ${id}, secretHash text not null, conferenceId text references conferences(id) on delete cascade,
        role text not null, personId text references people(id) on delete set null, name text not null,
        standing text not null, how text not null, language text not null, pairingCode text unique, ends text not null,
        createdAt text not null, endedAt text)`,
      `create table points (id ${id}, conferenceId ${conference}, personId text not null references people(id) on delete cascade,
        kind text not null, text text not null, position integer not null)`,
      `create table calls (conferenceId text primary key not null references conferences(id) on delete cascade,
        id text not null, reason text not null, answered integer not null)`,
      `create table boardLinks (tokenHash ${id}, conferenceId ${conference})`,
      'create index peopleByConference on people (conferenceId)',
      'create index peopleByCoordinator on people (coordinatorId)',
      'create index seatsByConference on seats (conferenceId)',
      'create index pointsByConference on points (conferenceId)',
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

/** From the open door to the copy: versions, signatures, and what is said about the plan on the table. */
const plan: Migration = {
  async up(db: Kysely<unknown>) {
    const id = 'text primary key not null'
    const conference = 'text not null references conferences(id) on delete cascade'
    const person = 'text not null references people(id) on delete cascade'
    const statements = [
      'alter table conferences add column docNumber integer not null default 1',
      'alter table conferences add column reading text',
      'alter table conferences add column oldRoom text',
      `create table proposals (conferenceId text primary key not null references conferences(id) on delete cascade,
        move text not null, revision integer not null, personId ${person})`,
      `create table marks (conferenceId ${conference}, agreementId text not null, personId ${person},
        primary key (conferenceId, agreementId, personId))`,
      `create table answers (conferenceId ${conference}, agreementId text not null, personId ${person}, answer text not null,
        words text not null, seen text not null, primary key (conferenceId, agreementId, personId))`,
      `create table versions (conferenceId ${conference}, number integer not null, text text not null, hash text not null,
        frozenAt text not null, primary key (conferenceId, number))`,
      `create table signatures (id ${id}, conferenceId ${conference}, number integer not null, personId ${person},
        seatId text not null, name text not null, device text not null, way text not null, mark text not null, publicKey text not null, signature text not null,
        signedAt text not null, unique (conferenceId, number, personId))`,
      `create table shares (conferenceId ${conference}, personId ${person}, share text not null,
        primary key (conferenceId, personId))`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

/** What a coordinator writes down before the meeting. */
const preparation: Migration = {
  async up(db: Kysely<unknown>) {
    const words = "text not null default ''"
    const statements = [
      'alter table conferences add column endsAt text',
      `alter table conferences add column food ${words}`,
      'alter table conferences add column wishAddress text',
      `alter table conferences add column wishFood ${words}`,
      `alter table conferences add column wishOpening ${words}`,
      `alter table conferences add column wishOther ${words}`,
      'alter table conferences add column nobodyTells integer not null default 0',
      'alter table people add column age integer',
      "alter table people add column joinsBy text not null default 'phone'",
      'alter table people add column joinsWith text references people(id) on delete set null',
      "alter table people add column invitation text not null default 'none'",
      'alter table people add column hasCard integer not null default 0',
      `alter table people add column tells ${words}`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

/** The names of people who were taken out of the list while a plan was being made: they may stand in it. */
const gone: Migration = {
  async up(db: Kysely<unknown>) {
    await sql
      .raw(
        `create table gonePeople (id text primary key not null,
          conferenceId text not null references conferences(id) on delete cascade, name text not null)`,
      )
      .execute(db)
  },
}

/** The build of the screens in which a door was closed. */
const builds: Migration = {
  async up(db: Kysely<unknown>) {
    await sql.raw('alter table conferences add column build text').execute(db)
    await sql.raw('alter table conferences add column roomSchema integer').execute(db)
  },
}

/** Calls of one person, and knocks. */
const knocks: Migration = {
  async up(db: Kysely<unknown>) {
    const conference = 'text not null references conferences(id) on delete cascade'
    const statements = [
      `create table ownCalls (conferenceId ${conference}, seatId text not null references seats(id) on delete cascade,
        id text not null, reason text not null, answered integer not null, primary key (seatId, reason))`,
      'create index ownCallsByConference on ownCalls (conferenceId)',
      `create table knocks (conferenceId text primary key not null references conferences(id) on delete cascade,
        id text not null, kind text not null, name text, at text not null, answer text)`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

/** The log of the door, and where it stood when a version was fixed. */
const doorLog: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [
      `create table doorLog (conferenceId text not null references conferences(id) on delete cascade,
        seq integer not null, at text not null, kind text not null, who text, device text, by text,
        prev text not null, hash text not null, primary key (conferenceId, seq))`,
      'alter table versions add column logSeq integer',
      'alter table versions add column logHead text',
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

/** Starting anew behind the closed door. */
const anew: Migration = {
  async up(db: Kysely<unknown>) {
    await sql
      .raw(
        `create table anewAsks (conferenceId text primary key not null references conferences(id) on delete cascade,
          room text not null, doorTokenHash text not null, seatId text not null references seats(id) on delete cascade,
          askedAt text not null, droppedAt text)`,
      )
      .execute(db)
  },
}

/** All steps, in order of their number. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-first': first,
  '002-plan': plan,
  '003-preparation': preparation,
  '004-gone': gone,
  '005-builds': builds,
  '006-knocks': knocks,
  '007-doorlog': doorLog,
  '008-anew': anew,
}
