import { decide, type Outcome } from "@/lib/check-in/decide";
import { isEventDay, isSameAdmission } from "@/lib/check-in/event-day";
import type { TicketName } from "@/lib/check-in/schema";
import { fingerprintOf, isGenuine, readCode } from "@/lib/tickets/signed-code";
import type { DoorEvent, StoredList, StoredTicket } from "./door-types";

type Decision = { outcome: Outcome | "no_list"; fingerprint: string | null; ticket: StoredTicket | null };

export const datesOf = ({ startsAt, endsAt, timeZone }: DoorEvent) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  timeZone,
});

/** What this device says to a ticket by itself: by its list first, then by the code's signature. */
export async function decideHere(
  named: TicketName,
  known: { event: DoorEvent; list: StoredList | null; tickets: ReadonlyMap<string, StoredTicket> },
  { anyDay, at }: { anyDay: boolean; at: Date },
): Promise<Decision> {
  const { event, list, tickets } = known;
  const read = "text" in named ? readCode(named.text) : null;
  if ("text" in named && !read) return { outcome: "not_a_code", fingerprint: null, ticket: null };
  if (!list) return { outcome: "no_list", fingerprint: null, ticket: null };

  const fingerprint = read ? await fingerprintOf(read.code) : "fingerprint" in named ? named.fingerprint : "";
  const ticket = tickets.get(fingerprint) ?? null;
  const dates = datesOf(event);
  const outcome = decide({
    ticket: ticket && {
      isVoid: ticket.isVoid === true || event.status === "cancelled",
      isIn: ticket.admission !== undefined && isSameAdmission(new Date(ticket.admission.at), at, dates),
    },
    isElsewhere: false,
    isGenuine: read?.signature ? await isGenuine(list.key, read.code, read.signature) : null,
    isListComplete: false,
    isEventDay: isEventDay(at, dates),
    anyDay,
  });
  return { outcome, fingerprint, ticket };
}
