"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { authorizeEvent, eventAccessFor } from "@/lib/access/access";
import { hasPermission, type Permission } from "@/lib/access/permissions";
import { afterResponse } from "@/lib/after-response";
import { bookingManager } from "@/lib/booking/manager";
import { checkoutFailure } from "@/lib/checkout/messages";
import { updateEventTags } from "@/lib/events/tags";
import { relayOutbox } from "@/lib/outbox/relay";
import { defineFormAction, defineRedirectAction } from "@/lib/requests/define-action";
import { failure, validationFailure } from "@/lib/requests/result";
import { operationStatus } from "@/texts/messages";
import { cancelEvent } from "./cancel-event";
import type { OperationKind } from "./detail";
import { getOperationView } from "./queries";
import { retryFailedRefunds } from "./refunds";
import { retryFailedRecipients, sendChangeNow } from "./retry";
import { cancelEventFields, cancelEventSchema, operationSchema } from "./schema";

const operationsPath = (slug: string, id: string | null) =>
  `/organize/events/${encodeURIComponent(slug)}/operations${id ? `/${id}` : ""}` as Route;

/** Cancels an event and redirects to the progress of its emails. */
export const cancelEventAction = defineFormAction({
  page: ({ slug = "" }) => `/organize/events/${encodeURIComponent(slug)}/cancel`,
  input: cancelEventFields,
  access: eventAccessFor("events.cancel"),
  run: async ({ input, event, viewer }) => {
    const parsed = cancelEventSchema(event.name).safeParse(input);
    if (!parsed.success) return validationFailure(parsed.error);
    const { reason } = parsed.data;
    const result = await cancelEvent(bookingManager, { eventId: event.id, actorId: viewer.id, reason });
    if (!result.ok) {
      return checkoutFailure(result, {
        doing: "organize",
        timeZone: event.timeZone,
        eventPath: `/events/${event.slug}`,
      });
    }
    updateEventTags(event.slug);
    return redirect(operationsPath(event.slug, result.operationId), "replace");
  },
});

const requiredPermissions: Record<OperationKind, Permission> = {
  event_cancellation: "events.cancel",
  event_change: "events.cancel",
  message: "messages.send",
};

/** Continuing an operation needs the same permission as starting one of its kind. */
async function authorizeOperation({ input }: { input: { slug: string; operation: string } }) {
  const access = await authorizeEvent(input.slug, "events.view");
  if (!access.ok) return access;
  const operation = await getOperationView(access.event.id, input.operation);
  if (!operation || !hasPermission(access.role, requiredPermissions[operation.kind]))
    return failure("NOT_FOUND", operationStatus.notFound);
  return { ...access, operation };
}

/** Retries the recipients that failed. */
export const retryFailedRecipientsAction = defineRedirectAction({
  input: operationSchema,
  access: authorizeOperation,
  run: async ({ operation, viewer, event }) => {
    const by = { operationId: operation.id, actorId: viewer.id, organizerId: event.organizerId };
    const { outboxIds } = await retryFailedRecipients(by);
    afterResponse(() => relayOutbox(outboxIds));
    redirect(operationsPath(event.slug, operation.id));
  },
  refused: () => redirect("/organize"),
});

/** Asks for the failed refunds of a cancelled event again. */
export const retryFailedRefundsAction = defineRedirectAction({
  input: operationSchema,
  access: async (context) => {
    const access = await authorizeOperation(context);
    if (!access.ok || hasPermission(access.role, "payments.manage")) return access;
    return failure("NOT_FOUND", operationStatus.notFound);
  },
  run: async ({ operation, viewer, event }) => {
    const { outboxIds } = await retryFailedRefunds({ operationId: operation.id, actorId: viewer.id });
    afterResponse(() => relayOutbox(outboxIds));
    redirect(operationsPath(event.slug, operation.id));
  },
  refused: () => redirect("/organize"),
});

/** Notifies people of a change without waiting for further ones. */
export const sendChangeNowAction = defineRedirectAction({
  input: operationSchema,
  access: authorizeOperation,
  run: async ({ operation, event }) => {
    if (operation.kind === "event_change" && operation.listedAt === null) {
      const outboxId = await sendChangeNow(operation.id);
      afterResponse(() => relayOutbox([outboxId]));
    }
    redirect(operationsPath(event.slug, operation.id));
  },
  refused: () => redirect("/organize"),
});
