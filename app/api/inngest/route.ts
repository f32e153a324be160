import { serve } from "inngest/next";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/index";
import { env } from "@/lib/env";
import { bufferedBody, defineRoute, rebuildRequest } from "@/lib/requests/define-route";
import { siteUrl } from "@/lib/site-url";

/** A step may wait for a slow mail server. */
export const maxDuration = 60;

/**
 * Anybody may ask for a registration; it is made with our key. Without an origin of ours it would name the host of that
 * request, and all background work would be handed to whoever is there.
 */
const serveOrigin = env.INNGEST_SERVE_ORIGIN ?? siteUrl();

const handlers = serve({ client: inngest, functions, serveOrigin, servePath: "/api/inngest" });

/** What Inngest says a run may have stored, which each of its steps is sent. */
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
