import { randomBytes } from "node:crypto";
import { addDays, addHours } from "date-fns";
import type { Queryable } from "@/db/connect";
import { events, organizerMembers, organizers, ticketTypes, users } from "@/db/schema";
import { eventSearchColumns, holderSearchColumns, userSearchColumns } from "@/lib/search/vector";
import { wallClocksOf, wallClocksOfSales } from "@/lib/time/stored-wall-clocks";

type New<Table extends { $inferInsert: object }> = Partial<Table["$inferInsert"]>;
type NewTicketType = Omit<New<typeof ticketTypes>, "eventId">;

const random = () => randomBytes(6).toString("hex");

function requireOne<Row>(rows: Row[]): Row {
  const [row] = rows;
  if (!row) throw new Error("The insert returned no row.");
  return row;
}

/** A verified attendee with an address of its own. */
export async function makeUser(db: Queryable, values: New<typeof users> = {}) {
  const { name = `Attendee ${random()}`, email = `${random()}@quorix.test` } = values;
  const person = { emailVerifiedAt: new Date(), ...values, name, email };
  return requireOne(
    await db
      .insert(users)
      .values({ ...person, ...userSearchColumns(person) })
      .returning(),
  );
}

type NewPerson = New<typeof users> & { name: string; email: string };

/** Creates many at once, with only the given values. Returns their ids, in the same order. */
export async function makePeople(db: Queryable, people: NewPerson[]): Promise<number[]> {
  const rows = people.map((person) => ({ ...person, ...userSearchColumns(person) }));
  // RETURNING of one INSERT keeps the order of VALUES.
  return (await db.insert(users).values(rows).returning({ id: users.id })).map(({ id }) => id);
}

/** The columns of a ticket's holder. */
export function ticketHolder(holderName: string, holderEmail: string | null = null) {
  const holder = { holderName, holderEmail };
  return { ...holder, ...holderSearchColumns(holder) };
}

export async function makeOrganizer(db: Queryable, values: New<typeof organizers> = {}) {
  const defaults = { name: "Night Owl Presents", slug: `organizer-${random()}` };
  return requireOne(
    await db
      .insert(organizers)
      .values({ ...defaults, ...values })
      .returning(),
  );
}

/** A member of an organizer's team, by default a new user with a new organizer. */
export async function makeMember(
  db: Queryable,
  options: { organizerId?: number; userId?: number; role?: (typeof organizerMembers.$inferInsert)["role"] } = {},
) {
  const organizerId = options.organizerId ?? (await makeOrganizer(db)).id;
  const userId = options.userId ?? (await makeUser(db)).id;
  await db.insert(organizerMembers).values({ organizerId, userId, role: options.role ?? "owner" });
  return { organizerId, userId };
}

type NewEvent = New<typeof events> & { ticketTypes?: NewTicketType[] };

/**
 * A published event on sale, in 30 days, with 10 seats and one free ticket type. Seats not given by
 * `availableTickets` are all of `capacity`. Returns the event with its ticket types in order.
 */
export async function makeEvent(db: Queryable, options: NewEvent = {}) {
  const { ticketTypes: types = [{}], ...values } = options;
  const organizerId = values.organizerId ?? (await makeOrganizer(db)).id;
  const startsAt = values.startsAt ?? addDays(new Date(), 30);
  const endsAt = values.endsAt ?? addHours(startsAt, 3);
  const timeZone = values.timeZone ?? "UTC";
  const capacity = values.capacity ?? 10;
  const shown = {
    name: values.name ?? "An evening of tests",
    summary: values.summary ?? "",
    venue: values.venue ?? "Test Hall",
    city: values.city ?? "Lisbon",
  };
  const event = requireOne(
    await db
      .insert(events)
      .values({
        slug: `event-${random()}`,
        ...shown,
        ...eventSearchColumns(shown),
        category: "music",
        ...wallClocksOf({ ...values, startsAt, endsAt, timeZone }),
        country: "PT",
        currency: "EUR",
        status: "published",
        availableTickets: capacity,
        ...values,
        organizerId,
        startsAt,
        endsAt,
        timeZone,
        capacity,
      })
      .returning(),
  );
  const rows = types.map((type, position) => ({
    code: random(),
    name: `Type ${position + 1}`,
    price: 0,
    position,
    ...wallClocksOfSales(type, timeZone),
    ...type,
    eventId: event.id,
  }));
  // RETURNING of one INSERT keeps the order of VALUES.
  const inserted = rows.length > 0 ? await db.insert(ticketTypes).values(rows).returning() : [];
  return { ...event, ticketTypes: inserted };
}
