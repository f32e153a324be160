import { connection } from "next/server";
import { defineRoute } from "@/lib/requests/define-route";

/**
 * For orchestrators and load balancers. Checks no dependency: a restart doesn't bring back a database, and most pages
 * are served without one.
 */
export const GET = defineRoute("/api/health/live", {
  run: async () => {
    await connection();
    return Response.json({ status: "up" }, { headers: { "Cache-Control": "no-store" } });
  },
});
