import { after } from "next/server";
import { log } from "./log";

/** Runs a task once the response is out, or at once where there is no response: in a script or a test. */
export function afterResponse(task: () => Promise<unknown>) {
  try {
    after(task);
  } catch {
    task().catch(() => log.error("after-response.task.failed"));
  }
}
