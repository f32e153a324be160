"use server";

import { refresh } from "next/cache";
import { eventAccessFor } from "@/lib/access/access";
import { defineAction } from "@/lib/requests/define-action";
import { checkInService } from "./check-in-service";
import { resolveConflictActionSchema } from "./schema";

/** Marks a check-in conflict as reviewed for the whole team. */
export const resolveScanConflictAction = defineAction({
  input: resolveConflictActionSchema,
  access: eventAccessFor("check-in"),
  run: async ({ input: { scanId }, event, viewer }) => {
    await checkInService.resolveConflict({ event, viewer }, scanId);
    refresh();
    return { ok: true };
  },
});
