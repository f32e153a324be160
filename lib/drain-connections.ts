import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";

/**
 * Returns a function to call at shutdown: from then on each response closes its connection. Next.js stops listening and
 * waits for open connections, but a busy keep-alive connection, such as a proxy's, would stay open until the process is
 * killed.
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

/** In addition to the signal handlers of Next.js, which stop listening, wait, and exit. */
export function drainOnShutdownSignals() {
  const drain = prepareToDrain();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, drain);
}
