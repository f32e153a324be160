import type { Insight } from "@/lib/insights/insight";
import type { Sheet } from "@/lib/sheets/sheet";

/** An insight as its table; one without numbers as its sentence. */
export function insightSheet({ title, summary, columns, rows }: Insight): Sheet {
  if (columns.length === 0)
    return { title, columns: [{ label: title, kind: "text", width: 60 }], batches: [[[summary]]] };
  return { title, columns, batches: [rows] };
}
