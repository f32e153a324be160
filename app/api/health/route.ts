import { connection } from "next/server";
import { getCurrentHealth } from "@/lib/health/check";
import { defineRoute } from "@/lib/requests/define-route";

/** For monitors: names the dependencies that are down, without details. */
export const GET = defineRoute("/api/health", {
  run: async () => {
    await connection();
    const health = await getCurrentHealth("all");
    return Response.json(health, {
      status: health.status === "down" ? 503 : 200,
      headers: { "Cache-Control": "no-store" },
    });
  },
});
