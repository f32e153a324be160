import { connection } from "next/server";
import { currentHealth } from "@/lib/health/check";

/** For monitors: which dependency is down, and nothing else about it. */
export async function GET() {
  await connection();
  const health = await currentHealth("all");
  return Response.json(health, {
    status: health.status === "down" ? 503 : 200,
    headers: { "Cache-Control": "no-store" },
  });
}
