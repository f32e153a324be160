import { eq } from "drizzle-orm";
import { GET as exportRoute } from "@/app/api/organize/events/[slug]/export/[what]/route";
import { GET as queueRoute } from "@/app/api/organize/events/[slug]/queue/route";
import { GET as insightsExportRoute } from "@/app/api/organize/insights/export/route";
import { db } from "@/db/client";
import { operationRecipients, operations } from "@/db/schema";
import { resolveClockRulesAction } from "@/lib/clock-rules/actions";
import { composeMessageAction } from "@/lib/messages/actions";
import { cancelEventAction, retryFailedRecipientsAction, sendChangeNowAction } from "@/lib/operations/actions";
import { startOperation } from "@/lib/operations/start";
import { updateRoomSettingsAction } from "@/lib/waiting-room/organizer-actions";
import { form, type Matrix, request, routeContext } from "./entry";
import type { PermissionsFixture } from "./fixture";

const makeOwnEvent = ({ testBookings, organizer }: PermissionsFixture) =>
  testBookings.event({ organizerId: organizer.id });

const eventAddress = {
  startsAt: new Date("2030-05-01T19:00:00Z"),
  endsAt: new Date("2030-05-01T22:00:00Z"),
  ...{ timeZone: "UTC", venue: "Hall", address: "", city: "Lisbon" },
};

/** The input of the actions about an operation. */
const operationForm = (slug: string, operation: string) => form({ slug, operation });

/** A sent message that failed for one recipient. */
async function makeFailedMessage(fixture: PermissionsFixture) {
  const event = await makeOwnEvent(fixture);
  const detail = { audience: { kind: "all" as const }, subject: "Hello", body: "Hello", replies: false };
  const asked = { kind: "message" as const, eventId: event.id, startedBy: fixture.owner.id, detail };
  const { operationId } = await db.transaction((tx) => startOperation(tx, asked));
  const over = { listedAt: new Date(), finishedAt: new Date() };
  await db.update(operations).set(over).where(eq(operations.id, operationId));
  await db.insert(operationRecipients).values({ operationId, userId: fixture.colleague.id, status: "failed" });
  return operationForm(event.slug, operationId);
}

/** A change that has not been announced to attendees yet. */
async function makeUnannouncedChange(fixture: PermissionsFixture) {
  const event = await makeOwnEvent(fixture);
  const detail = { from: eventAddress, to: { ...eventAddress, venue: "Another hall" } };
  const asked = { kind: "event_change" as const, eventId: event.id, startedBy: fixture.owner.id, detail };
  const { operationId } = await db.transaction((tx) => startOperation(tx, asked));
  return operationForm(event.slug, operationId);
}

export const eventOperationsMatrix: Matrix = {
  "lib/waiting-room/organizer-actions.ts updateRoomSettingsAction": {
    needs: "events.edit",
    shows: "changes",
    arrange: async (fixture) => {
      const { slug } = await makeOwnEvent(fixture);
      return () => updateRoomSettingsAction(null, form({ slug, intent: "pause" }));
    },
  },
  "app/api/organize/events/[slug]/queue/route.ts GET": {
    needs: "events.edit",
    shows: "answer",
    arrange: async (fixture) => {
      const { slug } = await makeOwnEvent(fixture);
      return () => queueRoute(request(`/api/organize/events/${slug}/queue`), routeContext({ slug }));
    },
  },
  "lib/clock-rules/actions.ts resolveClockRulesAction": {
    needs: "events.cancel",
    shows: "changes",
    arrange: async (fixture) => {
      // 19:00 was typed, and the moment is 18:00.
      const startsAtWall = "2030-05-01T19:00";
      const when = { startsAt: new Date("2030-05-01T18:00:00Z"), endsAt: new Date("2030-05-01T22:00:00Z") };
      const { slug } = await fixture.testBookings.event({ organizerId: fixture.organizer.id, ...when, startsAtWall });
      return () => resolveClockRulesAction({}, form({ slug, keep: "clock", version: "1" }));
    },
  },
  "lib/operations/actions.ts cancelEventAction": {
    needs: "events.cancel",
    shows: "changes",
    arrange: async (fixture) => {
      const { slug, name } = await makeOwnEvent(fixture);
      return () => cancelEventAction({}, form({ slug, eventName: name, reason: "because" }));
    },
  },
  "lib/operations/actions.ts retryFailedRecipientsAction": {
    needs: "messages.send",
    shows: "changes",
    arrange: async (fixture) => {
      const data = await makeFailedMessage(fixture);
      return () => retryFailedRecipientsAction(data);
    },
  },
  "lib/operations/actions.ts sendChangeNowAction": {
    needs: "events.cancel",
    shows: "changes",
    arrange: async (fixture) => {
      const data = await makeUnannouncedChange(fixture);
      return () => sendChangeNowAction(data);
    },
  },
  "lib/messages/actions.ts composeMessageAction": {
    needs: "messages.send",
    shows: "changes",
    arrange: async (fixture) => {
      const { slug } = await makeOwnEvent(fixture);
      const message = { id: crypto.randomUUID(), to: "all", subject: "Hello", body: "Hello" };
      const data = form({ slug, intent: "send", ...message });
      return () => composeMessageAction({ values: { ...message, replies: false } }, data);
    },
  },
  "app/api/organize/events/[slug]/export/[what]/route.ts GET": {
    needs: "export",
    shows: "changes",
    arrange: async (fixture) => {
      const { slug } = await makeOwnEvent(fixture);
      const path = `/api/organize/events/${slug}/export/attendees?format=csv`;
      return () => exportRoute(request(path), routeContext({ slug, what: "attendees" }));
    },
  },
  "app/api/organize/insights/export/route.ts GET": {
    needs: "export",
    shows: "answer",
    arrange:
      async ({ organizer }) =>
      () =>
        insightsExportRoute(request(`/api/organize/insights/export?organizer=${organizer.slug}`)),
  },
};
