import { existsSync } from "node:fs";
import { join } from "node:path";
import { actionId } from "@/bench/action-request";

/** The id of a step of booking in the build at `dir`, whatever its commit. */
export function bookingAction(dir: string, step: "reserve" | "confirm") {
  return existsSync(join(dir, "lib/checkout"))
    ? actionId(dir, "lib/checkout/actions.ts", `${step}Action`)
    : actionId(dir, "lib/booking/actions.ts", step);
}
