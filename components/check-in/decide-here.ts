import { decide, type Outcome } from "@/lib/check-in/decide";
import { isEventDay, isSameAdmission } from "@/lib/check-in/event-day";
import type { TicketName } from "@/lib/check-in/schema";
import { type CodeReading, codeReadings } from "@/lib/tickets/code-readings";
import { fingerprintOf, isGenuine } from "@/lib/tickets/signed-code";
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
  const readings = "text" in named ? codeReadings(named.text) : [];
  if ("text" in named && readings.length === 0) return { outcome: "not_a_code", fingerprint: null, ticket: null };
  if (!list) return { outcome: "no_list", fingerprint: null, ticket: null };

  const found =
    "text" in named ? await readAs(readings, list, tickets) : { ...unsigned, fingerprint: named.fingerprint };
  const { fingerprint } = found;
  const ticket = tickets.get(fingerprint) ?? null;
  const dates = datesOf(event);
  const outcome = decide({
    ticket: ticket && {
      isVoid: ticket.isVoid === true || event.status === "cancelled",
      isIn: ticket.admission !== undefined && isSameAdmission(new Date(ticket.admission.at), at, dates),
    },
    isElsewhere: false,
    isGenuine: found.isGenuine,
    isListComplete: false,
    isEventDay: isEventDay(at, dates),
    anyDay,
  });
  return { outcome, fingerprint, ticket };
}

const unsigned = { isGenuine: null };

/** The first reading that is on the list or has the right signature; else the likeliest. */
async function readAs(readings: CodeReading[], list: StoredList, tickets: ReadonlyMap<string, StoredTicket>) {
  const known: { fingerprint: string; isGenuine: boolean | null }[] = [];
  for (const { code, signature, layout } of readings) {
    const isRight = signature ? await isGenuine(list.key, code, signature) : null;
    const reading = { fingerprint: await fingerprintOf(code), isGenuine: isRight };
    if (isRight || (tickets.has(reading.fingerprint) && (isRight === null || !layout))) return reading;
    known.push(reading);
  }
  return known[0] ?? { ...unsigned, fingerprint: "" };
}
