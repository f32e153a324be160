import type {
  AdmissionRefusal,
  CancelEventResult,
  CapacityResult,
  ConfirmResult,
  RateLimitRefusal,
  ReleaseResult,
  ReserveResult,
} from "@/lib/booking/results";
import type { StartPaymentResult } from "@/lib/payments/start";
import { type ActionFailure, type ActionSuccess, failure } from "@/lib/requests/result";
import type {
  ConvertResult,
  JoinWaitlistResult,
  LeaveWaitlistResult,
  UpdateWaitlistEntryResult,
} from "@/lib/waitlist/results";
import { refusals, unreachable } from "@/texts/booking-results";

export type AnyRefusal = Extract<
  | ReserveResult
  | ConfirmResult
  | StartPaymentResult
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

/** The page that the browser opens next, here or at the payment provider; `inPlace`: it replaces this page in the history. */
export type CheckoutRedirect = ActionSuccess<{ goTo: string; inPlace: boolean }>;

/** Why a step of booking failed; `offersWaitlist`: joining the waitlist is the next step. */
export type CheckoutFailure = ActionFailure<
  RefusalCode | "INVALID" | "TOO_MANY_ATTEMPTS" | "UNREACHABLE" | "OUTDATED",
  { offersWaitlist?: boolean }
>;

/** The answer when the request got lost: it may or may not have arrived, and trying again is safe either way. */
export const checkoutUnreachable = failure("UNREACHABLE", unreachable.text, { title: unreachable.title });

/** The answer to an empty choice: given at once by the page's script, and by the server where there is none. */
export const noTicketsChosen = failure("NO_TICKETS", refusals.noTickets.text, { title: refusals.noTickets.title });
