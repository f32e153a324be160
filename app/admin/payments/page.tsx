import type { Metadata } from "next";
import { ActionButton } from "@/components/admin/action-button";
import { listClasses, rowClasses, WorkSection } from "@/components/admin/work-section";
import { DateTime } from "@/components/time/date-time";
import { Container } from "@/components/ui/container";
import { RichText } from "@/components/ui/rich-text";
import { requireSuperuser } from "@/lib/admin/access";
import { markUnknownPaymentSeenAction } from "@/lib/admin/actions";
import { listUnhandledNotifications, listUnknownPayments } from "@/lib/admin/provider-events";
import { formatMoney } from "@/lib/money/format";
import { paymentsPage } from "@/texts/admin";

export const metadata: Metadata = { title: paymentsPage.title };
export const instant = false;

const MAX_SHOWN = 50;

/** What the payment provider told us and nobody's event knows. */
export default async function AdminPaymentsPage() {
  const viewer = await requireSuperuser();
  const [unknown, unhandled] = await Promise.all([
    listUnknownPayments(MAX_SHOWN),
    listUnhandledNotifications(MAX_SHOWN),
  ]);
  const { unknownPayments, unhandledNotifications } = paymentsPage;
  const showDate = (date: Date) => <DateTime start={date} timeZone={viewer.timeZone ?? "UTC"} style="short" />;
  return (
    <Container width="wide" className="grid grid-cols-1 gap-10 pt-8">
      <h1 className="text-3xl">{paymentsPage.title}</h1>
      <WorkSection id="unknown-payments" {...unknownPayments} count={unknown.length} maxShown={MAX_SHOWN}>
        <ul className={listClasses}>
          {unknown.map(({ id, payment, receivedAt }) => (
            <li key={id} className={rowClasses}>
              <div className="grid min-w-0 gap-1">
                <p className="font-semibold wrap-anywhere">
                  <code translate="no">{payment.id}</code>
                </p>
                <p className="text-sm text-muted">
                  <RichText
                    text={unknownPayments.source}
                    values={{ amount: formatMoney(payment.amount, payment.currency), date: showDate(receivedAt) }}
                  />
                </p>
              </div>
              <ActionButton
                action={markUnknownPaymentSeenAction}
                input={{ id }}
                label={unknownPayments.seenLabel(payment.id)}
              >
                {unknownPayments.seen}
              </ActionButton>
            </li>
          ))}
        </ul>
      </WorkSection>
      <WorkSection
        id="unhandled-notifications"
        {...unhandledNotifications}
        count={unhandled.length}
        maxShown={MAX_SHOWN}
      >
        <ul className={listClasses}>
          {unhandled.map(({ id, type, objectId, receivedAt }) => (
            <li key={id} className={rowClasses}>
              <p className="font-semibold wrap-anywhere">
                <code translate="no">{type}</code>
              </p>
              <p className="text-sm text-muted wrap-anywhere">
                <RichText
                  text={unhandledNotifications.source}
                  values={{ object: <code translate="no">{objectId}</code>, date: showDate(receivedAt) }}
                />
              </p>
            </li>
          ))}
        </ul>
      </WorkSection>
    </Container>
  );
}
