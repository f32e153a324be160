import type { Instrumentation } from "next";
import { log } from "@/lib/log";

export async function register() {
  // Vercel has shared caches of its own, and a development server needs none.
  if (process.env.NEXT_RUNTIME === "nodejs" && process.env.NODE_ENV === "production" && !process.env.VERCEL) {
    const { installCaches } = await import("@/lib/cache/install");
    await installCaches();
  }
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { trackRequestArrivals } = await import("@/lib/deadline");
    trackRequestArrivals();
    const { drainOnShutdownSignals } = await import("@/lib/drain-connections");
    drainOnShutdownSignals();
    const { checkClockRules } = await import("@/inngest/check-clock-rules");
    checkClockRules();
  }
  log.info("app.started", { runtime: process.env.NEXT_RUNTIME, commit: process.env.VERCEL_GIT_COMMIT_SHA });
}

/** Logs only routes and digests: messages and addresses may contain personal data. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  const name = error instanceof Error ? error.name : "unknown";
  log.error("request.failed", {
    name,
    digest,
    method: request.method,
    route: context.routePath,
    kind: context.routeType,
  });
};
