import { hkdfSync } from "node:crypto";
import { env } from "@/lib/env";
import { signCode } from "./signed-code";

/**
 * The key that an event's tickets are signed with. The devices at its door hold it too, so it is of use for this event
 * only, and for nothing but telling a code of ours from an invented one: who gets in is decided by the server.
 */
export function deriveEventKey(eventId: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hkdfSync("sha256", env.NEXTAUTH_SECRET, "", `quorix ticket codes of event ${eventId}`, 32));
}

/** Adds to each ticket what its QR code says. */
export function withQrText<Ticket extends { code: string }>(
  eventId: number,
  tickets: Ticket[],
): Promise<(Ticket & { qrText: string })[]> {
  const key = deriveEventKey(eventId);
  return Promise.all(tickets.map(async (ticket) => ({ ...ticket, qrText: await signCode(key, ticket.code) })));
}
