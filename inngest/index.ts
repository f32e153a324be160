import { accountMail } from "./functions/account-mail";
import { bookingCancelledMail } from "./functions/booking-cancelled-mail";
import { bookingConfirmedMail } from "./functions/booking-confirmed-mail";
import { bookingMailAgain } from "./functions/booking-mail-again";
import { clockRules } from "./functions/clock-rules";
import { eventReminders } from "./functions/event-reminders";
import { failedRun } from "./functions/failed-run";
import { holdExpiry } from "./functions/hold-expiry";
import { holdSweep } from "./functions/hold-sweep";
import { mailSweep } from "./functions/mail-sweep";
import { noticeMail } from "./functions/notice-mail";
import { operationRun } from "./functions/operation-run";
import { operationSweep } from "./functions/operation-sweep";
import { outboxSweep } from "./functions/outbox-sweep";
import { teamInvitationMail } from "./functions/team-invitation-mail";
import { waitlistConversion } from "./functions/waitlist-conversion";
import { waitlistConvertedMail } from "./functions/waitlist-converted-mail";
import { waitlistJoinedMail } from "./functions/waitlist-joined-mail";
import { waitlistOfferExpiredMail } from "./functions/waitlist-offer-expired-mail";
import { waitlistOfferMail } from "./functions/waitlist-offer-mail";
import { waitlistSweep } from "./functions/waitlist-sweep";
import { waitlistTypeClosedMail } from "./functions/waitlist-type-closed-mail";

/** Every function that Quorix registers with Inngest. */
export const functions = [
  accountMail,
  bookingCancelledMail,
  bookingConfirmedMail,
  bookingMailAgain,
  clockRules,
  eventReminders,
  failedRun,
  holdExpiry,
  holdSweep,
  mailSweep,
  noticeMail,
  operationRun,
  operationSweep,
  outboxSweep,
  teamInvitationMail,
  waitlistConversion,
  waitlistConvertedMail,
  waitlistJoinedMail,
  waitlistOfferExpiredMail,
  waitlistOfferMail,
  waitlistSweep,
  waitlistTypeClosedMail,
];
