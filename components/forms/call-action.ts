import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { outdatedFailure, unreachableFailure } from "@/lib/requests/result";
import { saveFormsOnReload } from "./saved-forms";

/**
 * Calls a server action. Returns a failure for a lost connection, and for a page of an earlier deployment. Only errors
 * of the router are thrown.
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
