import { serve } from "inngest/next";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/index";
import { env } from "@/lib/env";
import { bufferedBody, defineRoute, rebuildRequest } from "@/lib/requests/define-route";
import { siteUrl } from "@/lib/site-url";

/** A step may wait for a slow email server. */
export const maxDuration = 60;

/**
 * Anyone may request a registration, which is made with our key. Without a fixed origin it would use the host of the
 * request, which would then receive all background work.
 */
const serveOrigin = env.INNGEST_SERVE_ORIGIN ?? siteUrl();

const handlers = serve({ client: inngest, functions, serveOrigin, servePath: "/api/inngest" });

/** Inngest's limit for the state of a run, which each request contains. */
const body = bufferedBody(4 * 1024 * 1024);

export const GET = defineRoute("/api/inngest", { run: ({ request }) => handlers.GET(request, undefined) });

export const POST = defineRoute("/api/inngest", {
  body,
  run: ({ request, body }) => handlers.POST(rebuildRequest(request, body), undefined),
});

export const PUT = defineRoute("/api/inngest", {
  body,
  run: ({ request, body }) => handlers.PUT(rebuildRequest(request, body), undefined),
});
