import { addHours, subMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { GET as counters } from "@/app/api/organize/events/[slug]/check-in/counters/route";
import { GET as list } from "@/app/api/organize/events/[slug]/check-in/list/route";
import { POST as scan } from "@/app/api/organize/events/[slug]/check-in/scan/route";
import { POST as settle } from "@/app/api/organize/events/[slug]/check-in/settle/route";
import { POST as sync } from "@/app/api/organize/events/[slug]/check-in/sync/route";
import { POST as undo } from "@/app/api/organize/events/[slug]/check-in/undo/route";
import { db } from "@/db/client";
import { tickets } from "@/db/schema";
import { resolveScanConflictAction } from "@/lib/check-in/actions";
import { checkIn } from "@/lib/check-in/check-in";
import { syncSteps } from "@/lib/check-in/sync";
import { type Entry, type Matrix, request, routeContext } from "./entry";
import type { PermissionsFixture } from "./fixture";

type CheckInTarget = { slug: string; path: string; code: string; eventId: number };

/** A ticket at a door that is open today. */
async function openCheckIn({
  testBookings,
  organizer,
}: PermissionsFixture): Promise<CheckInTarget & { event: Awaited<ReturnType<typeof testBookings.event>> }> {
  const startsAt = addHours(new Date(), 1);
  const event = await testBookings.event({ organizerId: organizer.id, startsAt, endsAt: addHours(startsAt, 2) });
  await testBookings.book(event);
  const [ticket] = await db.select({ code: tickets.code }).from(tickets).where(eq(tickets.eventId, event.id));
  const path = `/api/organize/events/${event.slug}/check-in`;
  return { slug: event.slug, path, code: ticket?.code ?? "", eventId: event.id, event };
}

const post = (path: string, body: object) => request(path, { method: "POST", body: JSON.stringify(body) });
const makeScan = (text: string) => ({ id: crypto.randomUUID(), ticket: { text }, device: "Door A", anyDay: false });

/** A ticket that two offline devices have let in. */
async function makeConflict(fixture: PermissionsFixture) {
  const { event, code, ...at } = await openCheckIn(fixture);
  const now = new Date();
  const steps = [1, 2].map((minutes) => ({ kind: "scan" as const, ...makeScan(code), at: subMinutes(now, minutes) }));
  await syncSteps(db, { event, viewer: fixture.owner }, steps, now);
  return { ...at, scanId: steps[0]?.id ?? "" };
}

const checkInEntry = (shows: Entry["shows"], arrange: Entry["arrange"]): Entry => ({
  needs: "check-in",
  shows,
  arrange,
});

export const checkInMatrix: Matrix = {
  "app/api/organize/events/[slug]/check-in/counters/route.ts GET": checkInEntry("answer", async (fixture) => {
    const { slug, path } = await openCheckIn(fixture);
    return () => counters(request(`${path}/counters`), routeContext({ slug }));
  }),
  "app/api/organize/events/[slug]/check-in/list/route.ts GET": checkInEntry("answer", async (fixture) => {
    const { slug, path } = await openCheckIn(fixture);
    return () => list(request(`${path}/list`), routeContext({ slug }));
  }),
  "app/api/organize/events/[slug]/check-in/scan/route.ts POST": checkInEntry("changes", async (fixture) => {
    const { slug, path, code } = await openCheckIn(fixture);
    return () => scan(post(`${path}/scan`, makeScan(code)), routeContext({ slug }));
  }),
  "app/api/organize/events/[slug]/check-in/sync/route.ts POST": checkInEntry("changes", async (fixture) => {
    const { slug, path, code } = await openCheckIn(fixture);
    const steps = [{ kind: "scan", at: new Date().toISOString(), ...makeScan(code) }];
    return () => sync(post(`${path}/sync`, { steps }), routeContext({ slug }));
  }),
  "app/api/organize/events/[slug]/check-in/settle/route.ts POST": checkInEntry("changes", async (fixture) => {
    const { slug, path, scanId } = await makeConflict(fixture);
    return () => settle(post(`${path}/settle`, { scanId }), routeContext({ slug }));
  }),
  "lib/check-in/actions.ts resolveScanConflictAction": checkInEntry("changes", async (fixture) => {
    const { slug, scanId } = await makeConflict(fixture);
    return () => resolveScanConflictAction({ slug, scanId });
  }),
  "app/api/organize/events/[slug]/check-in/undo/route.ts POST": checkInEntry("changes", async (fixture) => {
    const { slug, path, code, event } = await openCheckIn(fixture);
    const admitted = makeScan(code);
    const result = await checkIn(db, { event, viewer: fixture.owner }, { ...admitted, at: new Date() });
    if (!result.ok) throw new Error(result.code);
    const step = { id: crypto.randomUUID(), scanId: admitted.id, device: "Door A" };
    return () => undo(post(`${path}/undo`, step), routeContext({ slug }));
  }),
};
