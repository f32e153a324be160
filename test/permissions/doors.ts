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
import { settleScanConflictAction } from "@/lib/check-in/actions";
import { checkIn } from "@/lib/check-in/check-in";
import { syncSteps } from "@/lib/check-in/sync";
import { type Entry, inFolder, type Matrix, request } from "./entry";
import type { World } from "./world";

type Asked = { slug: string; path: string; code: string; eventId: number };

/** A ticket at a door that is open today. */
async function door({
  office,
  organizer,
}: World): Promise<Asked & { event: Awaited<ReturnType<typeof office.event>> }> {
  const startsAt = addHours(new Date(), 1);
  const event = await office.event({ organizerId: organizer.id, startsAt, endsAt: addHours(startsAt, 2) });
  await office.book(event);
  const [ticket] = await db.select({ code: tickets.code }).from(tickets).where(eq(tickets.eventId, event.id));
  const path = `/api/organize/events/${event.slug}/check-in`;
  return { slug: event.slug, path, code: ticket?.code ?? "", eventId: event.id, event };
}

const post = (path: string, body: object) => request(path, { method: "POST", body: JSON.stringify(body) });
const aScan = (text: string) => ({ id: crypto.randomUUID(), ticket: { text }, device: "Door A", anyDay: false });

/** Somebody whom two doors without a network have let in. */
async function conflict(world: World) {
  const { event, code, ...at } = await door(world);
  const now = new Date();
  const steps = [1, 2].map((minutes) => ({ kind: "scan" as const, ...aScan(code), at: subMinutes(now, minutes) }));
  await syncSteps(db, { event, viewer: world.owner }, steps, now);
  return { ...at, scanId: steps[0]?.id ?? "" };
}

const atDoor = (shows: Entry["shows"], arrange: Entry["arrange"]): Entry => ({ needs: "check-in", shows, arrange });

export const doorMatrix: Matrix = {
  "app/api/organize/events/[slug]/check-in/counters/route.ts GET": atDoor("answer", async (world) => {
    const { slug, path } = await door(world);
    return () => counters(request(`${path}/counters`), inFolder({ slug }));
  }),
  "app/api/organize/events/[slug]/check-in/list/route.ts GET": atDoor("answer", async (world) => {
    const { slug, path } = await door(world);
    return () => list(request(`${path}/list`), inFolder({ slug }));
  }),
  "app/api/organize/events/[slug]/check-in/scan/route.ts POST": atDoor("changes", async (world) => {
    const { slug, path, code } = await door(world);
    return () => scan(post(`${path}/scan`, aScan(code)), inFolder({ slug }));
  }),
  "app/api/organize/events/[slug]/check-in/sync/route.ts POST": atDoor("changes", async (world) => {
    const { slug, path, code } = await door(world);
    const steps = [{ kind: "scan", at: new Date().toISOString(), ...aScan(code) }];
    return () => sync(post(`${path}/sync`, { steps }), inFolder({ slug }));
  }),
  "app/api/organize/events/[slug]/check-in/settle/route.ts POST": atDoor("changes", async (world) => {
    const { slug, path, scanId } = await conflict(world);
    return () => settle(post(`${path}/settle`, { scanId }), inFolder({ slug }));
  }),
  "lib/check-in/actions.ts settleScanConflictAction": atDoor("changes", async (world) => {
    const { slug, scanId } = await conflict(world);
    return () => settleScanConflictAction({ slug, scanId });
  }),
  "app/api/organize/events/[slug]/check-in/undo/route.ts POST": atDoor("changes", async (world) => {
    const { slug, path, code, event } = await door(world);
    const admitted = aScan(code);
    const result = await checkIn(db, { event, viewer: world.owner }, { ...admitted, at: new Date() });
    if (!result.ok) throw new Error(result.code);
    const step = { id: crypto.randomUUID(), scanId: admitted.id, device: "Door A" };
    return () => undo(post(`${path}/undo`, step), inFolder({ slug }));
  }),
};
