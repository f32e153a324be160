import { decideScan, type ScanOutcome } from "@/lib/check-in/decide-scan";
import { isEventDay, isSameCheckIn } from "@/lib/check-in/event-day";
import type { TicketIdentifier } from "@/lib/check-in/schema";
import { type CodeReading, readCodes } from "@/lib/tickets/code-readings";
import { fingerprintOf, isGenuine } from "@/lib/tickets/signed-code";
import type { CheckInEvent, StoredManifest, StoredTicket } from "./check-in-types";

type Decision = { outcome: ScanOutcome | "no_list"; fingerprint: string | null; ticket: StoredTicket | null };

export const parseEventDates = ({ startsAt, endsAt, timeZone }: CheckInEvent) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  timeZone,
});

/** Decides a scan on this device: by its list first, then by the code's signature. */
export async function decideOffline(
  identifier: TicketIdentifier,
  known: { event: CheckInEvent; list: StoredManifest | null; tickets: ReadonlyMap<string, StoredTicket> },
  { anyDay, at }: { anyDay: boolean; at: Date },
): Promise<Decision> {
  const { event, list, tickets } = known;
  const readings = "text" in identifier ? readCodes(identifier.text) : [];
  if ("text" in identifier && readings.length === 0) return { outcome: "not_a_code", fingerprint: null, ticket: null };
  if (!list) return { outcome: "no_list", fingerprint: null, ticket: null };

  const found =
    "text" in identifier
      ? await resolveReading(readings, list, tickets)
      : { ...unsigned, fingerprint: identifier.fingerprint };
  const { fingerprint } = found;
  const ticket = tickets.get(fingerprint) ?? null;
  const dates = parseEventDates(event);
  const outcome = decideScan({
    ticket: ticket && {
      isVoid: ticket.isVoid === true || event.status === "cancelled",
      isIn: ticket.admission !== undefined && isSameCheckIn(new Date(ticket.admission.at), at, dates),
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

/** The first reading that is on the list or has a valid signature; else the most likely one. */
async function resolveReading(
  readings: CodeReading[],
  list: StoredManifest,
  tickets: ReadonlyMap<string, StoredTicket>,
) {
  const candidates: { fingerprint: string; isGenuine: boolean | null }[] = [];
  for (const { code, signature, layout } of readings) {
    const isValid = signature ? await isGenuine(list.key, code, signature) : null;
    const reading = { fingerprint: await fingerprintOf(code), isGenuine: isValid };
    if (isValid || (tickets.has(reading.fingerprint) && (isValid === null || !layout))) return reading;
    candidates.push(reading);
  }
  return candidates[0] ?? { ...unsigned, fingerprint: "" };
}
