import { serve } from "inngest/next";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/index";
import { env } from "@/lib/env";
import { siteUrl } from "@/lib/site-url";

/** A step may wait for a slow mail server. */
export const maxDuration = 60;

/**
 * Anybody may ask for a registration; it is made with our key. Without an origin of ours it would name the host of that
 * request, and all background work would be handed to whoever is there.
 */
const serveOrigin = env.INNGEST_SERVE_ORIGIN ?? siteUrl();

export const { GET, POST, PUT } = serve({ client: inngest, functions, serveOrigin, servePath: "/api/inngest" });
