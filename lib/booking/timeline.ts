import { formatMoney } from "@/lib/money/format";
import { timeline } from "@/texts/bookings";
import type { BookingPayment, BookingRefund } from "./payment-state";

export type TimelineEntry = {
  at: Date;
  text: string;
  tone: "neutral" | "positive" | "danger";
};

export type TimelineData = {
  viewerId: number;
  audits: { action: string; actorId: number | null; at: Date; detail: Record<string, unknown> }[];
  emails: { subject: string; sentAt: Date }[];
  checkIns: { holderName: string; at: Date }[];
  joinedWaitlistAt: Date | null;
  payments: BookingPayment[];
  refunds: BookingRefund[];
};

type StepMessage = { text: string; tone?: TimelineEntry["tone"] };

const stepMessages: Record<string, (isOwn: boolean, detail: Record<string, unknown>) => StepMessage> = {
  "booking.held": () => ({ text: timeline.held }),
  "booking.revived": () => ({ text: timeline.revived }),
  "booking.confirmed": () => ({ text: timeline.confirmed, tone: "positive" }),
  "booking.expired": () => ({ text: timeline.expired, tone: "danger" }),
  "booking.released": () => ({ text: timeline.released, tone: "danger" }),
  "booking.cancelled": (isOwn, detail) => ({ text: cancellationText(isOwn, detail), tone: "danger" }),
  "booking.guest-added": () => ({ text: timeline.guestAdded, tone: "positive" }),
  "booking.moved": (_, { to }) => ({
    text: typeof to === "string" ? timeline.typeChangedTo(to) : timeline.typeChanged,
  }),
  "booking.move-undone": () => ({ text: timeline.typeChangeUndone }),
  "ticket.holder-corrected": () => ({ text: timeline.nameCorrected }),
  "booking.cancelled-with-event": () => ({ text: timeline.cancelledWithEvent, tone: "danger" }),
  "waitlist.offered": () => ({ text: timeline.offered }),
  "waitlist.converted": () => ({ text: timeline.converted, tone: "positive" }),
  "waitlist.offer-expired": () => ({ text: timeline.offerExpired, tone: "danger" }),
};

function cancellationText(isOwn: boolean, { reason, paymentFailed }: Record<string, unknown>) {
  if (paymentFailed) return timeline.cancelledUnpaid;
  if (isOwn) return timeline.cancelled;
  return typeof reason === "string" ? timeline.cancelledForReason(reason) : timeline.cancelledByOrganizer;
}

/** The history of a booking for its attendee, oldest first. Internal audit entries are left out. */
export function formatTimeline(data: TimelineData): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  if (data.joinedWaitlistAt) {
    entries.push({ at: data.joinedWaitlistAt, text: timeline.joinedWaitlist, tone: "neutral" });
  }
  for (const { action, actorId, at, detail } of data.audits) {
    const message = stepMessages[action]?.(actorId === data.viewerId, detail);
    if (message) entries.push({ at, text: message.text, tone: message.tone ?? "neutral" });
  }
  for (const { subject, sentAt } of data.emails) {
    entries.push({ at: sentAt, text: timeline.emailSent(subject), tone: "neutral" });
  }
  for (const { holderName, at } of data.checkIns) {
    entries.push({ at, text: timeline.checkedIn(holderName), tone: "positive" });
  }
  return sortByTime([...entries, ...data.payments.flatMap(paymentEntries), ...refundEntries(data)]);
}

/** What became of an attempt to pay. An attempt that is still open has its own notice. */
function paymentEntries(payment: BookingPayment): TimelineEntry[] {
  const { provider, status, currency, capturedAmount, capturedAt, endedAt } = payment;
  if (status === "captured" && capturedAt) {
    const amount = formatMoney(capturedAmount, currency);
    const text = provider === "venue" ? timeline.paidAtVenue(amount) : timeline.paid(amount);
    return [{ at: capturedAt, text, tone: "positive" }];
  }
  if (status === "failed" && endedAt) return [{ at: endedAt, text: timeline.paymentFailed, tone: "danger" }];
  if (status === "cancelled" && endedAt) return [{ at: endedAt, text: timeline.paymentEnded, tone: "neutral" }];
  return [];
}

function refundEntries({ payments, refunds }: Pick<TimelineData, "payments" | "refunds">): TimelineEntry[] {
  const currency = payments[0]?.currency;
  if (!currency) return [];
  return refunds.flatMap(({ amount, createdAt, succeededAt, failedAt }) => {
    const sum = formatMoney(amount, currency);
    const requested: TimelineEntry = { at: createdAt, text: timeline.refundRequested(sum), tone: "neutral" };
    // A refund that is made in one moment, as in the provider's dashboard, has one entry.
    const isAtOnce = succeededAt?.getTime() === createdAt.getTime();
    return [
      ...(isAtOnce ? [] : [requested]),
      ...(succeededAt ? [{ at: succeededAt, text: timeline.refunded(sum), tone: "positive" } as const] : []),
      ...(failedAt ? [{ at: failedAt, text: timeline.refundFailed(sum), tone: "danger" } as const] : []),
    ];
  });
}

/** The sort is stable: entries of one transaction, which have the same time, keep their order. */
export function sortByTime(entries: TimelineEntry[]): TimelineEntry[] {
  return entries.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
