import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ReserveInput } from "@/lib/booking/reserve";
import type { ReserveResult } from "@/lib/booking/results";
import type { Dependencies } from "@/lib/inventory/concurrency";
import type { ConvertInput } from "@/lib/waitlist/convert";
import type { JoinWaitlistInput } from "@/lib/waitlist/join";
import type { ConvertResult, JoinWaitlistResult } from "@/lib/waitlist/results";

/** The methods of a booking manager that benches use, on any commit. */
export type Manager = {
  reserve(input: ReserveInput): Promise<ReserveResult>;
  joinWaitlist(input: JoinWaitlistInput): Promise<JoinWaitlistResult>;
  convertWaitlist(input: ConvertInput): Promise<ConvertResult>;
};

/** A module in `lib` of the commit that this process runs. */
export function moduleOf<T>(path: string): Promise<T> {
  return import(pathToFileURL(resolve("lib", `${path}.ts`)).href);
}

export const isBeforeInventory = !existsSync(resolve("lib/inventory"));

/** The manager of the commit that this process runs: before there was `lib/inventory`, use cases were its methods. */
export async function openManager(deps: Dependencies): Promise<Manager> {
  if (isBeforeInventory) {
    type Earlier = { BookingConcurrencyManager: new (deps: Dependencies) => Manager };
    const { BookingConcurrencyManager } = await moduleOf<Earlier>("booking/concurrency");
    return new BookingConcurrencyManager(deps);
  }
  const [{ BookingConcurrencyManager }, { reserve }, { joinWaitlist }, { convertWaitlist }] = await Promise.all([
    moduleOf<typeof import("@/lib/inventory/concurrency")>("inventory/concurrency"),
    moduleOf<typeof import("@/lib/booking/reserve")>("booking/reserve"),
    moduleOf<typeof import("@/lib/waitlist/join")>("waitlist/join"),
    moduleOf<typeof import("@/lib/waitlist/convert")>("waitlist/convert"),
  ]);
  const manager = new BookingConcurrencyManager(deps);
  return {
    reserve: (input) => reserve(manager, input),
    joinWaitlist: (input) => joinWaitlist(manager, input),
    convertWaitlist: (input) => convertWaitlist(manager, input),
  };
}
