import { Inngest } from "inngest";
import { env } from "@/lib/env";

export const inngest = new Inngest({
  id: "quorix",
  eventKey: env.INNGEST_EVENT_KEY,
  signingKey: env.INNGEST_SIGNING_KEY,
  isDev: env.INNGEST_DEV !== undefined,
  baseUrl: env.INNGEST_DEV ?? env.INNGEST_BASE_URL,
});
