import "server-only";
import type { Readable } from "node:stream";
import { z } from "zod";
import { env } from "@/lib/env";
import { KeyedSemaphore } from "@/lib/keyed-semaphore";
import { log } from "@/lib/log";
import { attachmentHeader } from "@/lib/names/file-name";
import { csvStream } from "@/lib/sheets/csv";
import type { Sheet } from "@/lib/sheets/sheet";
import { xlsxStream } from "@/lib/sheets/xlsx";
import { exportErrors } from "@/texts/export";

export const exportFormat = z.enum(["csv", "xlsx"]).catch("csv");
export type ExportFormat = z.output<typeof exportFormat>;

const contentTypes: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

// Each download holds a database connection until it ends; the others are left to pages.
const MAX_DOWNLOADS = Math.max(1, Math.floor(env.DATABASE_POOL_MAX / 3));
const SLOT_TIMEOUT_MS = 10_000;
const downloadSlots = new KeyedSemaphore(() => MAX_DOWNLOADS);
/** All downloads of this process share one key. */
const ALL = "all";

/** A download without reads for this long is aborted. */
const STALL_TIMEOUT_MS = 60_000;

/** Streams a file as it is generated, with backpressure; it stops when the client disconnects. */
export async function downloadSheets(sheets: Sheet[], format: ExportFormat, name: string): Promise<Response> {
  const release = downloadSlots.tryAcquire(ALL) ?? (await downloadSlots.acquire(ALL, SLOT_TIMEOUT_MS));
  if (!release) return downloadErrorResponse(503, exportErrors.busy, { "Retry-After": "60" });
  const file = format === "csv" ? csvStream(sheets) : xlsxStream(sheets);
  const stall = setTimeout(() => file.destroy(new Error("the download stalled")), STALL_TIMEOUT_MS);
  file.on("error", (error) => log.warn("export.stream.ended-early", { format, error: error.name }));
  file.on("close", () => {
    clearTimeout(stall);
    release();
  });
  return new Response(
    toByteStream(file, () => stall.refresh()),
    {
      headers: {
        "Content-Type": contentTypes[format],
        ...attachmentHeader(`${name}.${format}`),
        "Cache-Control": "private, no-store",
      },
    },
  );
}

/** Pulls chunk by chunk, so that nothing is generated ahead of the reader. */
function toByteStream(file: Readable, onRead: () => void): ReadableStream<Uint8Array> {
  const chunks = file.iterator();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        onRead();
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(typeof value === "string" ? Buffer.from(value) : value);
      },
      cancel() {
        file.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}

export function downloadErrorResponse(status: number, message: string, headers: Record<string, string> = {}) {
  return new Response(message, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store", ...headers },
  });
}
