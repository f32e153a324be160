"use server";

import { refresh } from "next/cache";
import { mayWithEvent } from "@/lib/access/access";
import { defineAction } from "@/lib/requests/define-action";
import { desk } from "./desk";
import { settleConflictSchema } from "./schema";

/** Marks a conflict of an event's doors as looked at, for the whole team. */
export const settleScanConflictAction = defineAction({
  input: settleConflictSchema,
  access: mayWithEvent("check-in"),
  run: async ({ input: { scanId }, event, viewer }) => {
    await desk.settle({ event, viewer }, scanId);
    refresh();
    return { ok: true };
  },
});
