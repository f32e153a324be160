import { hkdfSync } from "node:crypto";
import { env } from "@/lib/env";
import { signCode } from "./signed-code";

/**
 * The key that signs an event's tickets. Check-in devices hold it too, so it is valid for this event only, and proves no
 * more than that Quorix issued a code: the server decides who gets in.
 */
export function deriveEventKey(eventId: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hkdfSync("sha256", env.NEXTAUTH_SECRET, "", `quorix ticket codes of event ${eventId}`, 32));
}

export function withQrText<Ticket extends { code: string }>(
  eventId: number,
  tickets: Ticket[],
): Promise<(Ticket & { qrText: string })[]> {
  const key = deriveEventKey(eventId);
  return Promise.all(tickets.map(async (ticket) => ({ ...ticket, qrText: await signCode(key, ticket.code) })));
}
