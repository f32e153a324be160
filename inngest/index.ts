import { nightlyCleanUp } from "./functions/clean-up";
import { clockRules } from "./functions/clock-rules";
import { emailSweep } from "./functions/email-sweep";
import { emails } from "./functions/emails";
import { eventReminders } from "./functions/event-reminders";
import { failedRun } from "./functions/failed-run";
import { holdExpiry } from "./functions/hold-expiry";
import { holdSweep } from "./functions/hold-sweep";
import { operationRun } from "./functions/operation-run";
import { operationSweep } from "./functions/operation-sweep";
import { outboxSweep } from "./functions/outbox-sweep";
import { paymentCheck } from "./functions/payment-check";
import { paymentRefusedTeam } from "./functions/payment-refused-team";
import { paymentSweep } from "./functions/payment-sweep";
import { providerNotification } from "./functions/provider-notification";
import { waitlistConversion } from "./functions/waitlist-conversion";
import { waitlistSweep } from "./functions/waitlist-sweep";

/** Every function that Quorix registers with Inngest. */
export const functions = [
  ...emails,
  nightlyCleanUp,
  clockRules,
  eventReminders,
  failedRun,
  holdExpiry,
  holdSweep,
  emailSweep,
  operationRun,
  operationSweep,
  outboxSweep,
  paymentCheck,
  paymentRefusedTeam,
  paymentSweep,
  providerNotification,
  waitlistConversion,
  waitlistSweep,
];
