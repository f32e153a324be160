"use server";

import { refresh } from "next/cache";
import { authorizeEvent } from "@/lib/access/access";
import { type ActionAnswer, denied, invalidFields } from "@/lib/access/answers";
import { desk } from "./desk";
import { settleSchema } from "./schema";

/** Marks a conflict of an event's doors as looked at, for the whole team. */
export async function settleScanConflict(slug: string, scanId: string): Promise<ActionAnswer> {
  const parsed = settleSchema.safeParse({ scanId });
  if (!parsed.success) return invalidFields(parsed.error);
  const access = await authorizeEvent(String(slug), "check-in");
  if (!access.ok) return denied(access);
  await desk.settle({ event: access.event, viewer: access.viewer }, parsed.data.scanId);
  refresh();
  return { ok: true };
}
