import { Section } from "@react-email/components";
import type { ReactNode } from "react";
import { DetailLine } from "@/lib/email/parts";
import { light } from "@/lib/email/theme";
import type { EventEmailData } from "@/lib/notifications/queries/email-data";
import { formatRange } from "@/lib/time/format";
import { emailShared } from "@/texts/emails";

/** "Hall 3, Quay Street 7, Marseille". */
export const formatAddress = ({ venue, address, city }: { venue: string; address: string; city: string }) =>
  [venue, address, city].filter(Boolean).join(", ");

/** An event's name, date and place, with more details as children. */
export function EventBox({ event, children }: { event: EventEmailData; children?: ReactNode }) {
  return (
    <Section
      className="q-sunken"
      style={{ backgroundColor: light.sunken, borderRadius: 14, padding: "18px 20px 20px", margin: "8px 0 20px" }}
    >
      <EventName>{event.name}</EventName>
      <DetailLine label={emailShared.when}>{formatRange(event.startsAt, event.endsAt, event.timeZone)}</DetailLine>
      <DetailLine label={emailShared.where}>
        <bdi>{formatAddress(event)}</bdi>
      </DetailLine>
      {children}
    </Section>
  );
}

/** The name sets its own direction: names come in every script. */
function EventName({ children }: { children: string }) {
  return (
    <p
      dir="auto"
      className="q-ink"
      style={{ color: light.ink, fontSize: 18, lineHeight: "26px", fontWeight: 600, margin: 0 }}
    >
      {children}
    </p>
  );
}
