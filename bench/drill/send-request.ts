import { request } from "node:http";
import type { LoadRequest } from "@/bench/load";
import type { Observation, Reply } from "./replies";

export type RequestKind = "reserve" | "confirm" | "/api/me" | "availability" | "health" | "page";

/** A request with its result. Times are those of `performance.now()`. */
export type RequestRecord = { kind: RequestKind; at: number; tookMs: number; seen: Observation };

/** Longer than a user should have to wait, so that longer waits are visible. */
export const REQUEST_TIMEOUT_MS = 30_000;

/** On a connection of its own, so that one request's lost connection is not the next one's. */
function sendRequest(url: string, { method, path, headers, body }: LoadRequest): Promise<Reply> {
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
    const giveUp = () => resolve(signal.aborted ? "late" : "cut");
    const options = { method, headers, agent: false, signal };
    const outgoing = request(new URL(path, url), options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", giveUp);
      response.on("end", () => {
        const { "x-action-redirect": redirect } = response.headers;
        const redirectsTo = typeof redirect === "string" ? redirect : undefined;
        resolve({ status: response.statusCode ?? 0, redirectsTo, body: Buffer.concat(chunks).toString("utf8") });
      });
    });
    outgoing.on("error", giveUp);
    outgoing.end(body);
  });
}

/** Sends a request, and records its result. */
export async function sendAndRecord(
  asked: RequestRecord[],
  kind: RequestKind,
  [url, wanted]: [url: string, wanted: LoadRequest],
  read: (reply: Reply) => Observation,
): Promise<Observation> {
  const at = performance.now();
  const seen = read(await sendRequest(url, wanted));
  asked.push({ kind, at, tookMs: performance.now() - at, seen });
  return seen;
}
