import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { outdated, unreachable } from "@/lib/requests/result";
import { keepTypedOnReload } from "./keep-typed";

/**
 * What a server action answers. A lost connection, and a page that an earlier deployment has made, are answers like any
 * other; only what the router throws for itself goes on.
 */
export async function callAction<Result>(
  call: () => Promise<Result>,
): Promise<Result | typeof unreachable | typeof outdated> {
  try {
    return await call();
  } catch (error) {
    unstable_rethrow(error);
    if (!unstable_isUnrecognizedActionError(error)) return unreachable;
    keepTypedOnReload();
    return outdated;
  }
}
