const DOORS_OPEN_MS = 6 * 60 * 60 * 1000;

function dayIn(timeZone: string, at: Date): string {
  // Swedish dates sort: 2026-12-01.
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(at);
}

/** Whether it is a day of the event where the event is, or the hours in which its doors open. */
export function isEventDay(at: Date, event: { startsAt: Date; endsAt: Date; timeZone: string }): boolean {
  const early = event.startsAt.getTime() - at.getTime();
  if (early >= 0 && early <= DOORS_OPEN_MS) return true;
  const today = dayIn(event.timeZone, at);
  return dayIn(event.timeZone, event.startsAt) <= today && today <= dayIn(event.timeZone, event.endsAt);
}
