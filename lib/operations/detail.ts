import { z } from "zod";

export const timeAndPlaceSchema = z.object({
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  timeZone: z.string(),
  venue: z.string(),
  address: z.string(),
  city: z.string(),
});
export type TimeAndPlace = z.infer<typeof timeAndPlaceSchema>;

/** The recipients of a message. */
export const audienceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("all") }),
  z.object({ kind: z.literal("type"), code: z.string(), name: z.string() }),
  z.object({ kind: z.literal("waitlist") }),
  z.object({ kind: z.literal("references"), references: z.array(z.string()).min(1) }),
]);
export type Audience = z.infer<typeof audienceSchema>;

/** The stored details of each kind of operation. */
export const operationDetailSchemas = {
  event_cancellation: z.object({ reason: z.string() }),
  event_change: z.object({
    from: timeAndPlaceSchema,
    to: timeAndPlaceSchema,
    /** The rules of the time zone changed and the wall clock time stays: tickets are right, calendars are not. */
    keptClock: z.boolean().optional(),
  }),
  message: z.object({
    audience: audienceSchema,
    subject: z.string(),
    /** Markdown. */
    body: z.string(),
    /** Whether replies go to the author. */
    replies: z.boolean(),
  }),
};

export type OperationKind = keyof typeof operationDetailSchemas;
export type OperationDetail = { [Kind in OperationKind]: z.infer<(typeof operationDetailSchemas)[Kind]> };

export function isSameTimeAndPlace(a: TimeAndPlace, b: TimeAndPlace): boolean {
  const { startsAt, endsAt } = a;
  if (startsAt.getTime() !== b.startsAt.getTime() || endsAt.getTime() !== b.endsAt.getTime()) return false;
  return a.timeZone === b.timeZone && a.venue === b.venue && a.address === b.address && a.city === b.city;
}

type EventTimeAndPlace = TimeAndPlace & { country: string };

export function pickTimeAndPlace({ startsAt, endsAt, timeZone, venue, address, city }: TimeAndPlace): TimeAndPlace {
  return { startsAt, endsAt, timeZone, venue, address, city };
}

/** Whether attendees have to come to another place or at another time. */
export function hasMoved(before: EventTimeAndPlace, after: EventTimeAndPlace): boolean {
  return (
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime() ||
    before.timeZone !== after.timeZone ||
    before.venue !== after.venue ||
    before.address !== after.address ||
    before.city !== after.city ||
    before.country !== after.country
  );
}
