import { asc, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import * as tables from "@/db/schema";
import { hashPassword } from "@/lib/auth/password";
import { issueToken, tokenUrl } from "@/lib/auth/tokens";
import { checkIn } from "@/lib/check-in/check-in";
import { createDraft } from "@/lib/event-editing/create-draft";
import { reading } from "@/lib/event-import/fixtures";
import { importEvents } from "@/lib/event-import/import-events";
import { sendMessage } from "@/lib/messages/send-message";
import { unsubscribeLinks } from "@/lib/messages/unsubscribe-link";
import { invitationPath } from "@/lib/team/invitation-link";
import { inviteMember } from "@/lib/team/invitations";
import { withQrText } from "@/lib/tickets/event-key";
import { booked, cancelled, done, FAR, form, held, manager, NOW, organizer, person, waiting } from "./acting";
import { publishShows } from "./shows";

/** Who and what there is, what became of it, and the addresses that were given away. */
export async function tellStory() {
  const owner = await person("Ingrid Sørensen", "ingrid@example.com");
  const door = await person("Door Person", "door@example.com");
  const ana = await person("Ana Pérez", "ana@example.com");
  const ben = await person("Ben O’Brien", "ben@example.com");
  const eve = await person("Ёва Петрова", "eva@example.com");
  const kei = await person("山田 恵", "kei@example.com");
  await db
    .update(tables.users)
    .set({ hashedPassword: await hashPassword("quorix-old-password") })
    .where(eq(tables.users.id, ana.id));
  await db.insert(tables.accounts).values({ provider: "github", providerAccountId: "4711", userId: ben.id });

  const smorre = await organizer("smørrebrød-og-sang", "Smørrebrød og sang", owner.id);
  const tokyo = await organizer("東京の夜", "東京の夜", owner.id);
  await db.insert(tables.organizerMembers).values({ organizerId: smorre.id, userId: door.id, role: "door_staff" });

  const { street, budapest, bogota, belgrade, autumn, kuwait, abroad, small, called } = await publishShows(
    smorre,
    tokyo,
  );
  await db.insert(tables.waitingRooms).values({ eventId: called.id, admissionsPerMinute: 600 });

  const confirmed = await booked(street, ana, 2, 0, 1);
  // The audit log keeps the prices that undoing it gives back.
  done(
    "move",
    await manager.moveTicketType({
      eventId: street.id,
      reference: confirmed,
      actorId: owner.id,
      to: street.types[1].code,
    }),
  );
  await cancelled(await booked(street, ben, 1), ben);
  const lapsed = await held(street, eve, 2);
  done(
    "guest",
    await manager.addGuest({
      ...{ eventId: street.id, actorId: owner.id, name: "Gustav Gast", email: "gustav@example.com", quantity: 2 },
      ...{ ticketTypeCode: street.types[0].code, isFree: false, sendsMail: true, idempotencyKey: crypto.randomUUID() },
    }),
  );
  const hungarian = await booked(budapest, ana, 2, 1);
  done(
    "move",
    await manager.moveTicketType({
      eventId: budapest.id,
      reference: hungarian,
      actorId: owner.id,
      to: budapest.types[1].code,
    }),
  );
  await cancelled(await booked(budapest, ben, 0, 3), ben);
  const pending = await held(budapest, kei, 1);
  await booked(bogota, eve, 4);
  await booked(belgrade, eve, 2, 1);
  const japanese = await booked(autumn, kei, 2);
  await booked(kuwait, ben, 1);
  for (const show of abroad) await booked(show, ana, 1);
  await booked(called, ben, 2);

  const first = await booked(small, ben, 1);
  await booked(small, ana, 1);
  await waiting(small, eve);
  await waiting(small, kei);
  await cancelled(first, ben);
  done("run", await manager.convertWaitlist({ eventId: small.id, actorId: owner.id }));
  const [offer] = await db.select().from(tables.bookings).where(eq(tables.bookings.source, "waitlist"));
  // Both would be over long before anybody reads this.
  const lasting = [pending.reference, offer.reference];
  await db.update(tables.bookings).set({ expiresAt: FAR }).where(inArray(tables.bookings.reference, lasting));

  done(
    "cancel event",
    await manager.cancelEvent({ eventId: called.id, actorId: owner.id, reason: "The meadow is under water." }),
  );
  const message = await sendMessage({
    id: crypto.randomUUID(),
    event: { id: street.id, organizerId: smorre.id },
    actorId: owner.id,
    detail: {
      audience: { kind: "all" },
      subject: "Bring 12.50 in coins",
      body: "The **till** is slow.",
      replies: true,
    },
  });
  await db.insert(tables.operationRecipients).values({ operationId: message.operationId, userId: ana.id });
  await db.insert(tables.messageOptouts).values({ organizerId: smorre.id, userId: ben.id });

  await createDraft({
    ...{ organizerId: smorre.id, actorId: owner.id, key: crypto.randomUUID() },
    form: form(
      { name: "Tavaszi koncert", timeZone: "Europe/Budapest", startsAt: "2034-04-01T19:00", currency: "HUF" },
      [{ name: "Jegy", price: "4500" }],
    ),
  });
  await createDraft({
    ...{ organizerId: tokyo.id, actorId: owner.id, key: crypto.randomUUID() },
    form: form({ name: "Концерт на Неве", timeZone: "EST", startsAt: "soon", currency: "COP" }, [
      { name: "", price: "about 90000,5" },
    ]),
  });
  const table =
    "id,name,start,end,zone,price,currency\r\n7,Imported by id,2034-09-01 19:00,2034-09-01 22:00,Europe/Budapest,2500,HUF\r\n,Imported by row,2034-09-02 19:00,2034-09-02 22:00,BST,12,GBP\r\n";
  const feed = [
    "BEGIN:VCALENDAR",
    "BEGIN:VEVENT",
    "UID:nightly@example.com",
    "DTSTART;TZID=America/Winnipeg:20340105T190000",
    "DTEND;TZID=America/Winnipeg:20340105T210000",
    "RRULE:FREQ=WEEKLY;COUNT=2",
    "SUMMARY:Imported from a calendar",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
  for (const file of [table, feed]) {
    await importEvents({ reading: await reading(file), organizerId: smorre.id, actorId: owner.id });
  }

  const tickets = await db.select().from(tables.tickets).where(eq(tables.tickets.eventId, street.id));
  const signed = await withQrText(street.id, tickets);
  const [streetRow] = await db.select().from(tables.events).where(eq(tables.events.id, street.id));
  const at = (text: string) => ({
    ...{ id: crypto.randomUUID(), ticket: { text }, device: "Door A", anyDay: false },
    at: new Date("2034-07-01T17:00:00Z"),
  });
  const valid = signed.filter(({ status }) => status === "valid");
  const post = { event: streetRow, viewer: { id: door.id, name: door.name } };
  for (const text of [valid[0].qrText, valid[0].code, "0000000000000000"])
    done("scan", await checkIn(db, post, at(text)));

  const issued = await db.transaction(async (tx) => ({
    sign_in: await issueToken(tx, {
      userId: ana.id,
      purpose: "sign_in",
      callbackPath: `/events/${encodeURIComponent(autumn.slug)}`,
    }),
    reset_password: await issueToken(tx, { userId: ben.id, purpose: "reset_password" }),
    verify_email: await issueToken(tx, {
      userId: kei.id,
      purpose: "verify_email",
      signUp: { name: "山田 恵子", hashedPassword: await hashPassword("another-old-password"), timeZone: "EST" },
    }),
  }));
  await db.update(tables.accountTokens).set({ expiresAt: FAR });
  const invite = (email: string) =>
    db.transaction((tx) => inviteMember(tx, { organizerId: tokyo.id, email, role: "manager", actorId: owner.id }));
  done("invite", await invite("new-colleague@example.com"));
  await db.update(tables.teamInvitations).set({ expiresAt: FAR });
  const [invitation] = await db.select().from(tables.teamInvitations);

  // What a background function would have left: one mail that went out, one claimed, one run that gave up.
  const mail = { to: ana.email, subject: "Your tickets for Straßenfest am Markt", messageId: "<old@quorix.test>" };
  await db.insert(tables.emailDeliveries).values([
    { ...mail, key: "booking-confirmed:1", status: "sent", sentAt: NOW, eventId: street.id, bookingId: 1 },
    { ...mail, key: "booking-confirmed:4", status: "sending", messageId: "<old-4@quorix.test>", eventId: street.id },
  ]);
  await db.insert(tables.failedRuns).values({
    ...{ runId: "01OLD", functionId: "booking-confirmed-mail", eventName: "booking/confirmed" },
    ...{ eventData: { bookingId: 1 }, error: "Error: connect ECONNREFUSED", failedAt: NOW },
  });
  const oldest = db.select({ id: tables.outbox.id }).from(tables.outbox).orderBy(asc(tables.outbox.id)).limit(5);
  await db.update(tables.outbox).set({ dispatchedAt: NOW }).where(inArray(tables.outbox.id, oldest));

  return {
    events: [street, budapest, bogota, belgrade, autumn, kuwait, ...abroad, small, called].map(({ slug }) => slug),
    organizers: [smorre.slug, tokyo.slug],
    bookings: [
      { reference: confirmed, email: ana.email, status: "confirmed" },
      { reference: hungarian, email: ana.email, status: "confirmed" },
      { reference: japanese, email: kei.email, status: "confirmed" },
      { reference: first, email: ben.email, status: "cancelled" },
      { reference: pending.reference, email: kei.email, status: "pending" },
      { reference: lapsed.reference, email: eve.email, status: "pending" },
      { reference: offer.reference, email: eve.email, status: "pending" },
    ],
    tickets: valid.map(({ code, qrText, checkedInAt }) => ({
      code,
      qrText,
      isIn: checkedInAt !== null || code === valid[0].code,
    })),
    ticketsOf: street.slug,
    mailed: Object.fromEntries(
      Object.entries(issued).map(([purpose, { tokenId }]) => [purpose, tokenUrl({ id: tokenId, purpose })]),
    ),
    invitation: invitationPath(invitation.id),
    unsubscribe: unsubscribeLinks({ organizerId: smorre.id, userId: ana.id }),
  };
}
