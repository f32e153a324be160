import type {
  AdmissionRefusal,
  CancelEventResult,
  CapacityResult,
  ConfirmResult,
  RateLimitRefusal,
  ReleaseResult,
  ReserveResult,
} from "@/lib/booking/results";
import { type ActionFailure, type ActionSuccess, failure } from "@/lib/requests/result";
import type {
  ConvertResult,
  JoinWaitlistResult,
  LeaveWaitlistResult,
  UpdateWaitlistEntryResult,
} from "@/lib/waitlist/results";

export type AnyRefusal = Extract<
  | ReserveResult
  | ConfirmResult
  | ReleaseResult
  | CapacityResult
  | CancelEventResult
  | JoinWaitlistResult
  | UpdateWaitlistEntryResult
  | LeaveWaitlistResult
  | ConvertResult
  | AdmissionRefusal
  | RateLimitRefusal,
  { ok: false }
>;

/** Every code an operation can refuse with. */
export type RefusalCode = AnyRefusal["code"];

/** It was done, and the browser is to go on there: in the place of this page where one step back must not lead to it. */
export type CheckoutRedirect = ActionSuccess<{ goTo: string; inPlace: boolean }>;

/** Why a step of booking was not taken; `offersWaitlist`: whether joining the waitlist is the way on. */
export type CheckoutFailure = ActionFailure<
  RefusalCode | "INVALID" | "TOO_MANY_ATTEMPTS" | "UNREACHABLE" | "OUTDATED",
  { offersWaitlist?: boolean }
>;

/** Said when the request got lost: it may or may not have arrived, and trying again is safe either way. */
export const checkoutUnreachable = failure(
  "UNREACHABLE",
  "Check your connection and try again. If the first try did arrive, you will not be booked twice.",
  { title: "We could not reach Quorix" },
);

/** Said at once where scripts run, and by the server where they do not. */
export const noTicketsChosen = failure("NO_TICKETS", "Set a quantity, then go on.", {
  title: "Choose at least one ticket",
});
