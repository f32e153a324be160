import "server-only";
import { organizersWhere } from "@/lib/access/memberships";
import { requireViewer } from "@/lib/auth/viewer";
import { organizerInsights } from "@/lib/insights/organizer-insights";
import { type Period, sinceOf } from "@/lib/insights/period";
import type { Sheet } from "@/lib/sheets/sheet";
import { insightSheet } from "./insight-sheet";

type Answer = { ok: true; sheets: Sheet[] } | { ok: false; code: "NOT_FOUND" | "NOT_ALLOWED" };

/** The insights of one organizer, or of all those the viewer may export from. Numbers only: no person is in them. */
export async function organizerSheets(search: { organizer?: string; period: Period; table?: string }): Promise<Answer> {
  const viewer = await requireViewer("/organize/insights");
  const allowed = await organizersWhere(viewer.id, "export");
  if (allowed.length === 0) return { ok: false, code: "NOT_ALLOWED" };
  const chosen = search.organizer ? allowed.filter(({ slug }) => slug === search.organizer) : allowed;
  if (chosen.length === 0) return { ok: false, code: "NOT_FOUND" };
  const insights = await organizerInsights(
    chosen.map(({ organizerId }) => organizerId),
    sinceOf(search.period, new Date()),
  );
  const sheets = insights.filter(({ id }) => !search.table || id === search.table).map(insightSheet);
  return sheets.length > 0 ? { ok: true, sheets } : { ok: false, code: "NOT_FOUND" };
}
