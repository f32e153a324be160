import { request } from "node:http";

const callTimeoutMs = 10 * 60 * 1000;

export type AppResponse =
  /** The app could not be reached, stopped in the middle, or something other than the SDK answered. */
  | { kind: "unreachable"; reason: string }
  | { kind: "answer"; status: number; body: unknown; noRetry: boolean; retryAfter?: string };

/**
 * Sends one request to the app's Inngest endpoint. Not through `fetch`, which gives up on answers after five minutes
 * and reuses connections: a reused one may break under a call whose step has already run.
 */
export function callApp(method: "PUT" | "POST", url: URL, body: unknown, signal: AbortSignal): Promise<AppResponse> {
  return new Promise((resolve) => {
    const unreachable = (reason: string) => resolve({ kind: "unreachable", reason });
    const payload = body === undefined ? "" : JSON.stringify(body);
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(payload),
      "x-inngest-server-kind": "dev",
    };
    const outgoing = request(url, { method, headers, agent: false, signal, timeout: callTimeoutMs }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", (error) => unreachable(error.message));
      response.on("close", () => unreachable("the answer broke off"));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        const status = response.statusCode ?? 0;
        if (!response.headers["x-inngest-sdk"]) return unreachable(`status ${status}, and not from the Inngest SDK`);
        resolve({
          kind: "answer",
          status,
          body: parseBody(text),
          noRetry: response.headers["x-inngest-no-retry"] === "true",
          retryAfter: response.headers["retry-after"],
        });
      });
    });
    outgoing.on("timeout", () => outgoing.destroy(new Error("no answer in time")));
    outgoing.on("error", (error) => unreachable(error.message));
    outgoing.end(payload);
  });
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
