import { subDays } from "date-fns";
import { z } from "zod";

export const periods = { "7d": 7, "30d": 30, "90d": 90, "12m": 365, all: null } as const;
export type Period = keyof typeof periods;

/** Invalid values become the last 90 days. */
export const periodSchema = z.enum(["7d", "30d", "90d", "12m", "all"]).catch("90d");

export function periodStart(period: Period, now: Date): Date | null {
  const days = periods[period];
  return days === null ? null : subDays(now, days);
}

/** The query string of the insights page for an organizer and a period. */
export function insightsQuery(search: { organizer?: string; period: Period }, extra: Record<string, string> = {}) {
  const query = new URLSearchParams(extra);
  if (search.organizer) query.set("organizer", search.organizer);
  if (search.period !== "90d") query.set("period", search.period);
  return query.size > 0 ? `?${query}` : "";
}
