import "server-only";
import { addDays } from "date-fns";
import { and, asc, desc, eq, gte, inArray, isNull, lt, notInArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import {
  attendeeActions,
  auditLog,
  bookings,
  events,
  isTeamAction,
  organizerMembers,
  teamInvitations,
  users,
} from "@/db/schema";
import { legacyCheckInActions } from "@/db/schema/audit-actions";
import { decodeOpaqueId, encodeOpaqueId } from "@/lib/names/opaque-id";
import { type PageCursor, pageByOpaqueId, parsePageCursor } from "@/lib/paging/keyset";
import { searchQuery } from "@/lib/search/vector";
import { startOfDayIn } from "@/lib/time/wall-clock";
import { auditLogTexts } from "@/texts/audit";
import { auditKinds, formatAuditEntry } from "./labels";
import type { AuditSearch } from "./search";

const PAGE_SIZE = 50;
/** Matching events at most: a search that finds more is too short to mean one event. */
const MAX_MATCHING_EVENTS = 50;
const QUORIX = "quorix";

const subject = alias(users, "subject");

const dayAfter = (day: string) => addDays(Date.parse(day), 1).toISOString().slice(0, 10);

export type AuditEntry = {
  key: string;
  at: Date;
  /** Null: Quorix itself. */
  actor: string | null;
  text: string;
  event: { slug: string; name: string } | null;
  reference: string | null;
};

/** A page of an organizer's audit log, newest first. */
export async function readAuditLog(
  organizerId: number,
  search: AuditSearch,
  { timeZone, pageSize = PAGE_SIZE }: { timeZone: string; pageSize?: number },
) {
  const cursor = parsePageCursor(search, "audit");
  const from = search.from ? startOfDayIn(search.from, timeZone) : null;
  const before = search.to ? startOfDayIn(dayAfter(search.to), timeZone) : null;
  // Read first: with the ids PostgreSQL can estimate how many entries match.
  const eventIds = search.event ? await findEventIdsByName(organizerId, search.event) : null;
  const found = await db
    .select({
      id: auditLog.id,
      at: auditLog.at,
      action: auditLog.action,
      detail: auditLog.detail,
      actor: users.name,
      subject: sql<string | null>`coalesce(${subject.name}, ${teamInvitations.email})`,
      slug: events.slug,
      eventName: events.name,
      reference: bookings.reference,
    })
    .from(auditLog)
    .leftJoin(users, eq(users.id, auditLog.actorId))
    .leftJoin(bookings, eq(bookings.id, auditLog.bookingId))
    .leftJoin(events, eq(events.id, auditLog.eventId))
    .leftJoin(subject, eq(subject.id, sql`(${auditLog.detail} ->> 'userId')::bigint`))
    .leftJoin(teamInvitations, eq(teamInvitations.id, sql`(${auditLog.detail} ->> 'invitationId')::uuid`))
    .where(
      and(
        eq(auditLog.organizerId, organizerId),
        search.show === "all" && canIncludeAttendees(search.kind) ? undefined : isTeamAction,
        toPersonCondition(search.person),
        eventIds ? inArray(auditLog.eventId, eventIds) : undefined,
        search.kind ? toKindCondition(search.kind) : undefined,
        from ? gte(auditLog.at, from) : undefined,
        before ? lt(auditLog.at, before) : undefined,
        cursor ? toCursorCondition(cursor) : undefined,
      ),
    )
    .orderBy(...(cursor?.backwards ? [asc(auditLog.at), asc(auditLog.id)] : [desc(auditLog.at), desc(auditLog.id)]))
    .limit(pageSize + 1);
  const { rows, previous, next } = pageByOpaqueId(found, cursor, pageSize, "audit");
  const entries: AuditEntry[] = rows.map((row) => ({
    key: encodeOpaqueId(row.id, "audit"),
    at: row.at,
    actor: row.actor,
    text: formatAuditEntry(row.action, { detail: row.detail, subject: row.subject }),
    event: row.slug === null ? null : { slug: row.slug, name: row.eventName || auditLogTexts.untitledEvent },
    reference: row.reference,
  }));
  return { entries, previous, next };
}

/** The entry's time is read in the database: a Date would round its microseconds. */
function toCursorCondition({ id, backwards }: NonNullable<PageCursor>) {
  const at = db.select({ at: auditLog.at }).from(auditLog).where(eq(auditLog.id, id));
  return sql`(${auditLog.at}, ${auditLog.id}) ${backwards ? sql`>` : sql`<`} ((${at}), ${id})`;
}

function toPersonCondition(person: string | undefined): SQL | undefined {
  if (person === undefined) return undefined;
  return person === QUORIX ? isNull(auditLog.actorId) : eq(auditLog.actorId, decodeOpaqueId(person, "member") ?? -1);
}

function toKindCondition(kind: keyof typeof auditKinds) {
  const named = or(...auditKinds[kind].prefixes.map((prefix) => sql`starts_with(${auditLog.action}, ${`${prefix}.`})`));
  if (kind === "door") return or(named, inArray(auditLog.action, [...legacyCheckInActions]));
  return and(named, notInArray(auditLog.action, [...legacyCheckInActions]));
}

/** Whether a kind includes attendees' own actions. Without them, a smaller index is enough. */
function canIncludeAttendees(kind: AuditSearch["kind"]): boolean {
  if (kind === undefined) return true;
  const prefixes: readonly string[] = auditKinds[kind].prefixes;
  return attendeeActions.some((step) => prefixes.includes(step.split(".", 1)[0] ?? ""));
}

async function findEventIdsByName(organizerId: number, terms: string): Promise<number[]> {
  const found = await db
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        eq(events.organizerId, organizerId),
        or(eq(events.slug, terms), sql`${events.search} @@ ${searchQuery(terms)}::tsquery`),
      ),
    )
    .limit(MAX_MATCHING_EVENTS);
  return found.map(({ id }) => id);
}

/** The filter's choices: present members and earlier actors, by name, and Quorix. */
export async function listAuditActors(organizerId: number): Promise<{ person: string; name: string }[]> {
  const rows = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(
      inArray(
        users.id,
        db
          .select({ id: organizerMembers.userId })
          .from(organizerMembers)
          .where(eq(organizerMembers.organizerId, organizerId))
          .union(
            db
              .select({ id: sql<number>`${auditLog.actorId}` })
              .from(auditLog)
              .where(and(eq(auditLog.organizerId, organizerId), isTeamAction)),
          ),
      ),
    )
    .orderBy(asc(users.name), asc(users.id));
  return [
    ...rows.map(({ id, name }) => ({ person: encodeOpaqueId(id, "member"), name })),
    { person: QUORIX, name: auditLogTexts.quorix },
  ];
}
