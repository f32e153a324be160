import { connect } from "@/db/connect";
import { makeEvent } from "@/test/factories";

const SEATS = 1_000_000;

/** The data for measurements of one hot event: buyers, and a new event for each round. */
export async function openHotEvents(databaseUrl: string, people: number) {
  const { db, sql, close } = connect(databaseUrl, { max: 2 });
  for (const setting of ["fsync", "synchronous_commit", "full_page_writes"]) {
    const [row] = await sql`select current_setting(${setting}) as value`;
    if (row?.value !== "on")
      throw new Error(`PostgreSQL runs with ${setting} ${row?.value}: nothing here would count.`);
  }
  const [{ first } = { first: 0 }] = await sql<{ first: number }[]>`
    with made as (
      insert into users (name, email, email_verified_at, sessions_valid_from)
      select 'Buyer ' || n, 'buyer-' || gen_random_uuid() || '@quorix.test', now(), now() - interval '1 minute'
      from generate_series(1, ${people}::int) n order by n returning id)
    select min(id)::int as first from made`;
  await sql`vacuum analyze users`;

  /** A published event with more seats than a round can sell. */
  async function open() {
    const event = await makeEvent(db, { capacity: SEATS, ticketTypes: [{ price: 2_500 }] });
    const [type] = event.ticketTypes;
    if (!type) throw new Error("the event has no ticket type");
    return {
      eventId: event.id,
      organizerId: event.organizerId,
      slug: event.slug,
      ticketTypeId: type.id,
      ticketTypeCode: type.code,
    };
  }

  async function bookingsOf(eventId: number) {
    const [row] = await sql<
      { count: number }[]
    >`select count(*)::int as count from bookings where event_id = ${eventId}`;
    return row?.count ?? 0;
  }

  return { db, sql, close, open, bookingsOf, people: { first, count: people } };
}

export type HotEvents = Awaited<ReturnType<typeof openHotEvents>>;
export type HotEvent = Awaited<ReturnType<HotEvents["open"]>>;
