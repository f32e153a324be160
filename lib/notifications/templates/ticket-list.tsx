import { Column, Img, Row, Section, Text } from "@react-email/components";
import { light } from "@/lib/email/theme";
import type { BookingEmailData } from "@/lib/notifications/queries/email-data";
import { emailShared } from "@/texts/emails";

const QR_SIZE = 116;

/** The Content-ID of the nth ticket's QR image. */
export const qrCid = (index: number) => `ticket-${index + 1}@quorix`;

export function TicketList({ tickets }: { tickets: BookingEmailData["tickets"] }) {
  return tickets.map((ticket, index) => (
    <Section
      key={ticket.code}
      className="q-line"
      style={{ border: `1px solid ${light.line}`, borderRadius: 14, margin: "0 0 12px" }}
    >
      <Row>
        <Column style={{ width: QR_SIZE, padding: 12, verticalAlign: "middle" }}>
          <Img
            src={`cid:${qrCid(index)}`}
            alt={emailShared.qrCode(ticket.code)}
            width={QR_SIZE}
            height={QR_SIZE}
            style={{ borderRadius: 8, backgroundColor: "#ffffff" }}
          />
        </Column>
        <Column style={{ padding: "12px 14px 12px 4px", verticalAlign: "middle", overflowWrap: "anywhere" }}>
          <Text className="q-ink" style={{ color: light.ink, fontSize: 16, lineHeight: "23px", margin: 0 }}>
            <bdi style={{ fontWeight: 600 }}>{ticket.holderName}</bdi>
            <br />
            <bdi>{ticket.typeName}</bdi>
          </Text>
          <Text
            className="q-muted"
            style={{
              color: light.muted,
              fontFamily: "ui-monospace, 'SF Mono', Consolas, monospace",
              fontSize: 13,
              lineHeight: "20px",
              margin: "4px 0 0",
            }}
          >
            {ticket.code}
          </Text>
        </Column>
      </Row>
    </Section>
  ));
}
