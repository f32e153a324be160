import { NextRequest } from "next/server";
import { z } from "zod";
import { GET } from "@/app/api/events/[slug]/queue/route";
import { visitorCookie } from "@/lib/waiting-room/visitor";

/** The task from bench/room.ts. */
export type VisitorLoad = {
  slug: string;
  visitors: string[];
  /** How often each of them asks. */
  everyMs: number;
  seconds: number;
};

export type VisitorLoadResult = {
  polls: number;
  /** Polls that came later than half a second after their time: the process could not keep up. */
  late: number;
  admitted: number;
  /** Answers with a position further back than before. */
  backwards: number;
  failed: number;
  cpuSeconds: number;
  seconds: number;
};

const answerSchema = z.object({ state: z.string(), ahead: z.number().optional() });
const STEP_MS = 20;
const LATE_MS = 500;

/** All visitors poll through the route's own handler, evenly spread, until they are let in. */
async function pollAsVisitors({ slug, visitors, everyMs, seconds }: VisitorLoad): Promise<VisitorLoadResult> {
  const params = Promise.resolve({ slug });
  const url = `http://localhost/api/events/${slug}/queue`;
  const ahead = new Map<number, number>();
  const isIn = new Set<number>();
  const result = { polls: 0, late: 0, admitted: 0, backwards: 0, failed: 0 };
  const running = new Set<Promise<void>>();

  async function poll(index: number) {
    const headers = { cookie: `${visitorCookie.name}=${visitors[index]}` };
    const response = await GET(new NextRequest(url, { headers }), { params });
    const place = answerSchema.parse(await response.json());
    if (place.state === "admitted") isIn.add(index);
    else if (place.ahead !== undefined) {
      if (place.ahead > (ahead.get(index) ?? Number.POSITIVE_INFINITY)) result.backwards += 1;
      ahead.set(index, place.ahead);
    } else if (place.state !== "lobby") result.failed += 1;
  }

  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  const rate = visitors.length / everyMs;
  let turn = 0;
  for (;;) {
    const now = performance.now() - began;
    if (now > seconds * 1_000) break;
    for (const due = Math.floor(now * rate); turn < due; turn += 1) {
      if (now - turn / rate > LATE_MS) result.late += 1;
      const index = turn % visitors.length;
      if (isIn.has(index)) continue;
      result.polls += 1;
      const one: Promise<void> = poll(index).finally(() => running.delete(one));
      running.add(one);
    }
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
  await Promise.all(running);
  const { user, system } = process.cpuUsage(cpuBefore);
  const taken = (performance.now() - began) / 1_000;
  return { ...result, admitted: isIn.size, cpuSeconds: (user + system) / 1_000_000, seconds: taken };
}

process.on("message", async (crowd: VisitorLoad) => process.send?.(await pollAsVisitors(crowd)));
process.on("disconnect", () => process.exit());
