import { Link } from "@react-email/components";
import type { EmailTemplate } from "@/lib/email/email";
import { Markdown } from "@/lib/email/markdown";
import { Small, Title } from "@/lib/email/parts";
import { light } from "@/lib/email/theme";
import type { EventEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { formatInstant } from "@/lib/time/format";

type Props = {
  subject: string;
  /** Markdown. */
  body: string;
  event: EventEmailData;
  organizer: { name: string };
  /** Whether an answer reaches whoever wrote it. */
  replies: boolean;
  unsubscribeUrl: string;
};

/** What an organizer writes to those who booked or wait. */
export function message({ subject, body, event, organizer, replies, unsubscribeUrl }: Props): EmailTemplate {
  return {
    subject,
    preheader: `${organizer.name} about ${event.name}, ${formatInstant(event.startsAt, event.timeZone)}`,
    footer: (
      <>
        <bdi>{organizer.name}</bdi> wrote this to people who booked or wait for one of its events on Quorix.{" "}
        {replies ? "You can answer it." : "Answers to this mail are not read."}{" "}
        <Link href={unsubscribeUrl} className="q-muted" style={{ color: light.muted, textDecoration: "underline" }}>
          Stop messages from this organizer
        </Link>
      </>
    ),
    body: (
      <>
        <Title>
          <span dir="auto" style={{ display: "block", overflowWrap: "anywhere" }}>
            {subject}
          </span>
        </Title>
        <Markdown>{body}</Markdown>
        <Small>
          <bdi>{organizer.name}</bdi>, about{" "}
          <Link
            href={siteUrl(`/events/${event.slug}`)}
            className="q-accent"
            style={{ color: light.accent, textDecoration: "underline" }}
          >
            <bdi>{event.name}</bdi>
          </Link>
          , {formatInstant(event.startsAt, event.timeZone)}
        </Small>
      </>
    ),
  };
}
