import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";

/**
 * Returns what to call when this process is told to end: from then on each answer closes its connection. Next stops
 * listening and waits for open connections, but one that is kept alive and busy, as a proxy's are, brings request after
 * request, and would be waited for until somebody uses force.
 */
export function prepareToDrain(): () => void {
  const unanswered = new Set<ServerResponse>();
  let isDraining = false;
  const closeAfter = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader("Connection", "close");
  };
  subscribe("http.server.request.start", (message) => {
    const { response } = message as { response: ServerResponse };
    if (isDraining) return closeAfter(response);
    unanswered.add(response);
    response.once("close", () => unanswered.delete(response));
  });
  return () => {
    isDraining = true;
    for (const response of unanswered) closeAfter(response);
  };
}

/** Beside Next's own handlers of these signals, which stop listening, wait, and exit. */
export function drainOnShutdownSignals() {
  const drain = prepareToDrain();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, drain);
}
