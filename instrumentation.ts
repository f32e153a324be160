import type { Instrumentation } from "next";
import { log } from "@/lib/log";

export function register() {
  log.info("app.started", { runtime: process.env.NEXT_RUNTIME, commit: process.env.VERCEL_GIT_COMMIT_SHA });
}

/** Routes and digests only: messages and addresses may carry what a log must not hold. */
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
