const DAY_MS = 86_400_000;

type Dates = { startsAt: Date; endsAt: Date };

/** An event over several days, such as a festival or an exhibition: people come on any of them. */
export function lastsDays({ startsAt, endsAt }: Dates): boolean {
  return endsAt.getTime() - startsAt.getTime() > DAY_MS;
}

/**
 * Until when an event sells, keeps its waitlist open and makes offers: its organizer's end of sales. By default that is
 * the start, or the end where the event lasts for days; it is never past the end. `sellsUntilColumn` says the same.
 */
export function sellsUntil(event: Dates & { salesEndAt: Date | null }): Date {
  const { startsAt, endsAt, salesEndAt } = event;
  const end = salesEndAt ?? (lastsDays(event) ? endsAt : startsAt);
  return new Date(Math.min(end.getTime(), endsAt.getTime()));
}

/** Whether it has begun and is not over. */
export function isOn({ startsAt, endsAt }: Dates, now: Date): boolean {
  return startsAt <= now && now < endsAt;
}
