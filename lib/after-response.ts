import { after } from "next/server";
import { log } from "./log";

/** Runs a task after the response has been sent, or at once in a script or test. */
export function afterResponse(task: () => Promise<unknown>) {
  try {
    after(task);
  } catch {
    task().catch(() => log.error("after-response.task.failed"));
  }
}
