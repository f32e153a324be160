import { unstable_rethrow } from "next/navigation";
import { codeOf, isConnectionLost } from "@/db/errors";
import { log } from "@/lib/log";

const RETRY_AFTER_SECONDS = 1;

/** A route handler that answers 503, and when to ask again, where the database cannot be reached. */
export function whenReachable<Args extends unknown[]>(handler: (...args: Args) => Promise<Response>) {
  return async (...args: Args): Promise<Response> => {
    try {
      return await handler(...args);
    } catch (error) {
      unstable_rethrow(error);
      if (!isConnectionLost(error)) throw error;
      log.warn("request.database.unreachable", { code: codeOf(error) });
      const headers = { "Retry-After": String(RETRY_AFTER_SECONDS), "Cache-Control": "no-store" };
      // It may have been done: the connection may have broken right after.
      return Response.json({ code: "UNKNOWN", retryAfterSeconds: RETRY_AFTER_SECONDS }, { status: 503, headers });
    }
  };
}
