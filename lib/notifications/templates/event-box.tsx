import { Section } from "@react-email/components";
import type { ReactNode } from "react";
import { DetailLine } from "@/lib/email/parts";
import { light } from "@/lib/email/theme";
import type { EventEmailData } from "@/lib/notifications/queries/email-data";
import { formatRange } from "@/lib/time/format";
import { formatAddress } from "./wording";

/** What, when and where, and whatever else the mail has to say in the same box. */
export function EventBox({ event, children }: { event: EventEmailData; children?: ReactNode }) {
  return (
    <Section
      className="q-sunken"
      style={{ backgroundColor: light.sunken, borderRadius: 14, padding: "18px 20px 20px", margin: "8px 0 20px" }}
    >
      <EventName>{event.name}</EventName>
      <DetailLine label="When">{formatRange(event.startsAt, event.endsAt, event.timeZone)}</DetailLine>
      <DetailLine label="Where">
        <bdi>{formatAddress(event)}</bdi>
      </DetailLine>
      {children}
    </Section>
  );
}

/** Names come in every script: the direction follows the name, not the mail. */
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
