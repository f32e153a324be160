import { Action, Fact, Paragraph, Small, Title } from "@/lib/email/parts";
import type { Template } from "@/lib/email/template";
import type { EntryFacts } from "@/lib/notifications/queries/facts";
import { siteUrl } from "@/lib/site-url";
import { EventBox } from "./event-box";
import { seats, waitlistFooter } from "./wording";

export function waitlistJoined(entry: EntryFacts): Template {
  return {
    subject: `You are on the waitlist: ${entry.event.name}`,
    preheader: `We write to you when ${seats(entry.quantity)} ${entry.quantity === 1 ? "comes" : "come"} free for you.`,
    footer: waitlistFooter,
    body: (
      <>
        <Title>You are on the waitlist</Title>
        <Paragraph>
          Seats that come free are given out in the order of joining. When yours are there, we write to you at once.
        </Paragraph>
        <EventBox event={entry.event}>
          <Fact label="Waiting for">
            {seats(entry.quantity)}
            {entry.typeName && (
              <>
                , <bdi>{entry.typeName}</bdi>
              </>
            )}
            {entry.acceptFewer && entry.quantity > 1 && " (fewer is fine)"}
          </Fact>
        </EventBox>
        <Action href={siteUrl(`/events/${entry.event.slug}`)}>View your place in line</Action>
        <Small>You can leave the waitlist there at any time.</Small>
      </>
    ),
  };
}
