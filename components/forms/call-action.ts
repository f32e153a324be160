import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { outdatedFailure, unreachableFailure } from "@/lib/requests/result";
import { saveFormsOnReload } from "./saved-forms";

/**
 * What a server action answers. A lost connection, and a page that an earlier deployment has made, are answers like any
 * other; only what the router throws for itself goes on.
 */
export async function callAction<Result>(
  call: () => Promise<Result>,
): Promise<Result | typeof unreachableFailure | typeof outdatedFailure> {
  try {
    return await call();
  } catch (error) {
    unstable_rethrow(error);
    if (!unstable_isUnrecognizedActionError(error)) return unreachableFailure;
    saveFormsOnReload();
    return outdatedFailure;
  }
}
