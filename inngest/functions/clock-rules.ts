import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { clockRulesLoaded } from "@/inngest/events";
import { WORK_RETRIES } from "@/inngest/retries";
import { fillMissingWallClocks, followClockRulesOnPage } from "@/lib/clock-rules/follow-page";
import { log } from "@/lib/log";

/** New versions of the runtime bring new time zone rules: checks events against them at every start and each night. */
export const clockRules = inngest.createFunction(
  { id: "clock-rules", triggers: [cron("20 3 * * *"), clockRulesLoaded], concurrency: 1, retries: WORK_RETRIES },
  async ({ step }) => {
    const total = { looked: 0, followed: 0, asked: 0 };
    for (let after: number | null = 0, page = 1; after !== null; page += 1) {
      const from: number = after;
      const done = await step.run(`follow-page-${page}`, () => followClockRulesOnPage(from));
      total.looked += done.looked;
      total.followed += done.followed;
      total.asked += done.asked;
      after = done.next;
    }
    await step.run("fill-wall-clocks", fillMissingWallClocks);
    log.info("clock-rules.events.checked", { rules: process.versions.tz ?? "", ...total });
    return total;
  },
);
