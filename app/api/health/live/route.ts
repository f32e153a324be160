import { connection } from "next/server";
import { defineRoute } from "@/lib/requests/define-route";

/**
 * For whoever restarts an instance, or sends people elsewhere, when it does not answer. It asks no service: to begin
 * again brings back no database, and without one most pages are still served.
 */
export const GET = defineRoute("/api/health/live", {
  run: async () => {
    await connection();
    return Response.json({ status: "up" }, { headers: { "Cache-Control": "no-store" } });
  },
});
