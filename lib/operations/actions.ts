"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { authorizeEvent } from "@/lib/access/access";
import { denied } from "@/lib/access/answers";
import { may, type Permission } from "@/lib/access/permissions";
import { afterResponse } from "@/lib/after-response";
import { bookingManager } from "@/lib/booking/manager";
import { messageFor } from "@/lib/booking/messages";
import { showChanges } from "@/lib/event-editing/save";
import { type FormState, invalid, typedValues } from "@/lib/forms/form-state";
import { answered } from "@/lib/forms/scriptless-answer";
import { relayOutbox } from "@/lib/outbox/relay";
import { cancelEvent as cancelEventNow } from "./cancel-event";
import type { OperationKind } from "./detail";
import { operationView } from "./queries";
import { retryFailed, tellNow } from "./retry";
import { cancelEventSchema, operationSchema } from "./schema";

const operationsPath = (slug: string, id: string | null) =>
  `/organize/events/${encodeURIComponent(slug)}/operations${id ? `/${id}` : ""}` as Route;

/** Cancels an event and goes to see how its people are told. */
export async function cancelEvent(_: FormState, data: FormData): Promise<FormState> {
  const slug = String(data.get("slug"));
  return answered(`/organize/events/${encodeURIComponent(slug)}/cancel`, () => tryCancelEvent(slug, data));
}

async function tryCancelEvent(slug: string, data: FormData): Promise<FormState> {
  const values = typedValues(data, ["reason", "eventName"]);
  const access = await authorizeEvent(slug, "events.cancel");
  if (!access.ok) return { message: denied(access).message, values };
  const { event, viewer } = access;
  const parsed = cancelEventSchema(event.name).safeParse(values);
  if (!parsed.success) return invalid(parsed.error, values);
  const { reason } = parsed.data;
  const result = await cancelEventNow(bookingManager, { eventId: event.id, actorId: viewer.id, reason });
  if (!result.ok) {
    const context = { doing: "organize", timeZone: event.timeZone, eventPath: `/events/${event.slug}` } as const;
    const { title, text } = messageFor(result, context);
    return { message: `${title}. ${text}`, values };
  }
  await showChanges(event, viewer.id);
  return redirect(operationsPath(event.slug, result.operationId), "replace");
}

const needed: Record<OperationKind, Permission> = {
  event_cancellation: "events.cancel",
  event_change: "events.cancel",
  message: "messages.send",
};

async function authorizeOperation(data: FormData) {
  const parsed = operationSchema.safeParse(Object.fromEntries(data));
  if (!parsed.success) return null;
  const access = await authorizeEvent(parsed.data.slug, "events.view");
  if (!access.ok) return null;
  const operation = await operationView(access.event.id, parsed.data.operation);
  return operation && may(access.role, needed[operation.kind]) ? { ...access, operation } : null;
}

/** Has those tried again whom a mail did not reach. */
export async function tryFailedAgain(data: FormData): Promise<void> {
  const access = await authorizeOperation(data);
  if (!access) return redirect("/organize");
  const { operation, viewer, event } = access;
  const by = { operationId: operation.id, actorId: viewer.id, organizerId: event.organizerId };
  const { outboxIds } = await retryFailed(by);
  afterResponse(() => relayOutbox(outboxIds));
  return redirect(operationsPath(event.slug, operation.id));
}

/** Has a change told without waiting for further ones. */
export async function tellChangeNow(data: FormData): Promise<void> {
  const access = await authorizeOperation(data);
  if (!access) return redirect("/organize");
  const { operation, event } = access;
  if (operation.kind === "event_change" && operation.listedAt === null) {
    const outboxId = await tellNow(operation.id);
    afterResponse(() => relayOutbox([outboxId]));
  }
  return redirect(operationsPath(event.slug, operation.id));
}
