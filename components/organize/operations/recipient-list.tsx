import type { Route } from "next";
import Link from "next/link";
import { DateTime } from "@/components/time/date-time";
import { Cell, HeaderCell, Row, Table, TableHead } from "@/components/ui/table";
import type { Recipient, RecipientStatus } from "@/lib/operations/types";
import { recipientList } from "@/texts/messages";
import { recipientStatusLabels } from "./operation-labels";

/** An operation's recipients of one status. */
export function RecipientList({
  event,
  status,
  recipients,
}: {
  event: { slug: string; timeZone: string };
  status: RecipientStatus;
  recipients: Recipient[];
}) {
  const hasReasons = status === "failed" || status === "skipped";
  return (
    <Table caption={recipientList.caption(recipientStatusLabels[status].toLowerCase())}>
      <TableHead>
        <HeaderCell>{recipientList.name}</HeaderCell>
        {hasReasons ? <HeaderCell>{recipientList.reason}</HeaderCell> : null}
        <HeaderCell>{recipientList.booking}</HeaderCell>
        {status === "left" ? null : <HeaderCell>{recipientList.time}</HeaderCell>}
      </TableHead>
      <tbody>
        {recipients.map(({ name, email, reference, reason, settledAt }) => (
          <Row key={email}>
            <Cell className="min-w-48">
              <bdi translate="no" className="block font-semibold wrap-anywhere">
                {name}
              </bdi>
              <span translate="no" className="block text-sm text-muted wrap-anywhere">
                {email}
              </span>
            </Cell>
            {hasReasons ? <Cell className="min-w-56">{reason}</Cell> : null}
            <Cell>
              {reference ? (
                <Link
                  href={`/organize/events/${event.slug}/attendees/${reference}` as Route}
                  prefetch={false}
                  translate="no"
                  className="inline-flex min-h-11 items-center font-medium text-accent underline tabular-nums"
                >
                  {reference}
                </Link>
              ) : (
                <span className="text-muted">{recipientList.waitlist}</span>
              )}
            </Cell>
            {status === "left" ? null : (
              <Cell className="whitespace-nowrap text-muted">
                {settledAt ? <DateTime start={settledAt} timeZone={event.timeZone} style="short" /> : null}
              </Cell>
            )}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
