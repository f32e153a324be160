import { decide, type Outcome } from "@/lib/check-in/decide";
import { isEventDay } from "@/lib/check-in/event-day";
import type { TicketName } from "@/lib/check-in/schema";
import { fingerprintOf, isGenuine, readCode } from "@/lib/tickets/signed-code";
import type { DoorEvent, StoredList, StoredTicket } from "./door-types";

type Decision = { outcome: Outcome | "no_list"; fingerprint: string | null; ticket: StoredTicket | null };

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
  const outcome = decide({
    ticket: ticket && {
      isVoid: ticket.isVoid === true || event.status === "cancelled",
      isIn: ticket.admission !== undefined,
    },
    isElsewhere: false,
    isGenuine: read?.signature ? await isGenuine(list.key, read.code, read.signature) : null,
    isListComplete: false,
    isEventDay: isEventDay(at, {
      startsAt: new Date(event.startsAt),
      endsAt: new Date(event.endsAt),
      timeZone: event.timeZone,
    }),
    anyDay,
  });
  return { outcome, fingerprint, ticket };
}
