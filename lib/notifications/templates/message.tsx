import { Link } from "@react-email/components";
import type { EmailTemplate } from "@/lib/email/email";
import { Markdown } from "@/lib/email/markdown";
import { Sentence, Small, Title } from "@/lib/email/parts";
import { light } from "@/lib/email/theme";
import type { EventEmailData } from "@/lib/notifications/queries/email-data";
import { siteUrl } from "@/lib/site-url";
import { formatInstant } from "@/lib/time/format";
import { organizerMessageEmail as texts } from "@/texts/emails";

type Props = {
  subject: string;
  /** Markdown. */
  body: string;
  event: EventEmailData;
  organizer: { name: string };
  /** Whether replies reach the author. */
  replies: boolean;
  unsubscribeUrl: string;
};

/** An organizer's message to attendees or the waitlist. */
export function message({ subject, body, event, organizer, replies, unsubscribeUrl }: Props): EmailTemplate {
  const start = formatInstant(event.startsAt, event.timeZone);
  return {
    subject,
    preheader: texts.preheader(organizer.name, event.name, start),
    footer: (
      <Sentence
        text={replies ? texts.repliesFooter : texts.footer}
        values={{
          organizer: <bdi>{organizer.name}</bdi>,
          unsubscribe: (
            <Link href={unsubscribeUrl} className="q-muted" style={{ color: light.muted, textDecoration: "underline" }}>
              {texts.unsubscribe}
            </Link>
          ),
        }}
      />
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
          <Sentence
            text={texts.reference(start)}
            values={{
              organizer: <bdi>{organizer.name}</bdi>,
              event: (
                <Link
                  href={siteUrl(`/events/${event.slug}`)}
                  className="q-accent"
                  style={{ color: light.accent, textDecoration: "underline" }}
                >
                  <bdi>{event.name}</bdi>
                </Link>
              ),
            }}
          />
        </Small>
      </>
    ),
  };
}
