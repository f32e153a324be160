import { NextRequest } from "next/server";
import sharp from "sharp";
import { POST as createDraftRoute } from "@/app/api/organize/drafts/route";
import { DELETE as removeCover, POST as uploadCover } from "@/app/api/organize/events/[slug]/cover/route";
import { POST as saveDraftRoute } from "@/app/api/organize/events/[slug]/draft/route";
import { POST as previewRoute } from "@/app/api/organize/import/preview/route";
import { POST as importRoute } from "@/app/api/organize/import/route";
import { GET as palette } from "@/app/api/organize/palette/route";
import { db } from "@/db/client";
import {
  duplicateEventAction,
  publishEventAction,
  saveEventAction,
  submitEventAction,
  submitNewEventAction,
} from "@/lib/event-editing/actions";
import { createDraft } from "@/lib/event-editing/create-draft";
import { readCurrentEvent } from "@/lib/event-editing/current-event";
import { publishEvent } from "@/lib/event-editing/publish";
import { IMPORT_CONTENT_TYPE } from "@/lib/event-import/dto";
import { completeForm } from "@/test/event-form";
import { form, type Matrix, request, routeContext } from "./entry";
import type { PermissionsFixture } from "./fixture";

async function draft({ organizer, owner }: PermissionsFixture) {
  const asked = { organizerId: organizer.id, actorId: owner.id, form: completeForm(), key: crypto.randomUUID() };
  return createDraft(asked);
}

async function published(fixture: PermissionsFixture) {
  const { id, version } = await draft(fixture);
  const result = await publishEvent(fixture.testBookings.manager, { eventId: id, version, actorId: fixture.owner.id });
  if (!result.ok) throw new Error(result.code);
  return readCurrentEvent(db, id);
}

const fields = () => {
  const {
    ticketTypes: _,
    coverImage: __,
    waitlistEnabled: ___,
    waitingRoom: ____,
    ...plain
  } = completeForm({ name: "Another name" });
  return plain;
};

function importBody(organizer: string) {
  const defaults = {
    ...{ timeZone: "UTC", startTime: "09:00", endTime: "17:00", hours: "2", category: "music", country: "PT" },
    ...{ venue: "Hall", city: "Lisbon", currency: "EUR", capacity: "10", price: "" },
  };
  const asked = { mapping: null, encoding: null, dateOrder: null, decimalMark: null, zones: {}, currencies: {} };
  const byPlace = { zone: false, currency: false };
  const options = { organizer, ...asked, byPlace, skipPast: false, defaults };
  return `${JSON.stringify(options)}\nname,start,end\nNight,2030-05-01 19:00,2030-05-01 22:00\n`;
}

async function picture() {
  const plain = sharp({ create: { width: 700, height: 450, channels: 3, background: "#0f5238" } });
  return new Uint8Array(await plain.png().toBuffer());
}

const importing = (path: string, organizer: string) =>
  request(path, { method: "POST", body: importBody(organizer), type: IMPORT_CONTENT_TYPE });

export const eventMatrix: Matrix = {
  "lib/event-editing/actions.ts saveEventAction": {
    needs: "events.edit",
    shows: "changes",
    arrange: async (fixture) => {
      const { event, form } = await published(fixture);
      const changed = { ...form, summary: "Another summary" };
      return () => saveEventAction({ slug: event.slug, form: changed, version: event.version, isMoveConfirmed: false });
    },
  },
  "lib/event-editing/actions.ts submitEventAction": {
    needs: "events.edit",
    shows: "changes",
    arrange: async (fixture) => {
      const { slug, version } = await draft(fixture);
      const data = form({ ...fields(), slug, version: String(version), intent: "save" });
      return () => submitEventAction({ form: completeForm(), version }, data);
    },
  },
  "lib/event-editing/actions.ts submitNewEventAction": {
    needs: "events.edit",
    shows: "changes",
    arrange: async ({ organizer }) => {
      const data = form({ ...fields(), organizer: organizer.slug, key: crypto.randomUUID(), intent: "save" });
      return () => submitNewEventAction({ form: completeForm(), version: 1 }, data);
    },
  },
  "lib/event-editing/actions.ts publishEventAction": {
    needs: "events.edit",
    shows: "changes",
    arrange: async (fixture) => {
      const { slug, version } = await draft(fixture);
      return () => publishEventAction(null, form({ slug, version: String(version) }));
    },
  },
  "lib/event-editing/actions.ts duplicateEventAction": {
    needs: "events.edit",
    shows: "changes",
    arrange: async (fixture) => {
      const { slug } = await draft(fixture);
      return () => duplicateEventAction(form({ slug }));
    },
  },
  "app/api/organize/drafts/route.ts POST": {
    needs: "events.edit",
    shows: "changes",
    arrange: async ({ organizer }) => {
      const body = JSON.stringify({ form: completeForm(), organizer: organizer.slug, key: crypto.randomUUID() });
      return () => createDraftRoute(request("/api/organize/drafts", { method: "POST", body }));
    },
  },
  "app/api/organize/events/[slug]/draft/route.ts POST": {
    needs: "events.edit",
    shows: "changes",
    arrange: async (fixture) => {
      const { slug, version } = await draft(fixture);
      const body = JSON.stringify({ form: completeForm({ name: "Another" }), version });
      const path = `/api/organize/events/${slug}/draft`;
      return () => saveDraftRoute(request(path, { method: "POST", body }), routeContext({ slug }));
    },
  },
  "app/api/organize/events/[slug]/cover/route.ts POST": {
    needs: "events.edit",
    shows: "answer",
    arrange: async (fixture) => {
      const { slug } = await draft(fixture);
      const path = `/api/organize/events/${slug}/cover`;
      const body = await picture();
      return () => uploadCover(request(path, { method: "POST", body, type: "image/png" }), routeContext({ slug }));
    },
  },
  "app/api/organize/events/[slug]/cover/route.ts DELETE": {
    needs: "events.edit",
    shows: "answer",
    arrange: async (fixture) => {
      const { slug } = await draft(fixture);
      const path = `/api/organize/events/${slug}/cover?key=covers/none`;
      return () => removeCover(request(path, { method: "DELETE" }), routeContext({ slug }));
    },
  },
  "app/api/organize/import/route.ts POST": {
    needs: "events.edit",
    shows: "changes",
    arrange:
      async ({ organizer }) =>
      () =>
        importRoute(importing("/api/organize/import", organizer.slug)),
  },
  "app/api/organize/import/preview/route.ts POST": {
    needs: "events.edit",
    shows: "answer",
    arrange:
      async ({ organizer }) =>
      () =>
        previewRoute(importing("/api/organize/import/preview", organizer.slug)),
  },
  // It returns to each caller what they may see, which for strangers is nothing.
  "app/api/organize/palette/route.ts GET": {
    needs: "events.view",
    shows: "answer",
    arrange: async (fixture) => {
      await draft(fixture);
      return async () => {
        const response = await palette(new NextRequest("http://localhost:3000/api/organize/palette?q=night"));
        const { finds = [] } = await response.json();
        return finds.length > 0 ? finds : Response.json({ code: "NOT_FOUND" });
      };
    },
  },
};
