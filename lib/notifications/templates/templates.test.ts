import { describe, expect, test } from "vitest";
import type { EmailTemplate } from "@/lib/email/email";
import { renderEmail } from "@/lib/email/render";
import type { EventEmailData } from "@/lib/notifications/queries/email-data";
import { accountLink } from "./account-link";
import { bookingCancelled } from "./booking-cancelled";
import { bookingConfirmed } from "./booking-confirmed";
import { clockKept } from "./clock-kept";
import { eventCancelled } from "./event-cancelled";
import { eventChanged } from "./event-changed";
import { eventReminder } from "./event-reminder";
import { aBooking, anEntry, anEvent, aPayment, aRefusedPayment, aToken } from "./fixtures";
import { paymentRefused, paymentRefusedTeam } from "./payment-refused";
import { waitlistClosed } from "./waitlist-closed";
import { waitlistConverted } from "./waitlist-converted";
import { waitlistJoined } from "./waitlist-joined";
import { waitlistOffer } from "./waitlist-offer";
import { waitlistOfferExpired } from "./waitlist-offer-expired";
import { waitlistTypeClosed } from "./waitlist-type-closed";

const ORIGIN = "http://localhost:3000";
const WHEN = "12 December 2126";

/** What each email has to contain, and the link of its button. */
const emails: [name: string, template: EmailTemplate, parts: string[], href: string][] = [
  [
    "confirmed",
    bookingConfirmed(aBooking()),
    ["7K3PX9QZ2M, 2 tickets", "€48", "AAAA1111BBBB2222", "CCCC3333DDDD4444", "Rui Sousa", "Balcony", "cancel"],
    "/bookings/7K3PX9QZ2M",
  ],
  [
    "confirmed and paid",
    bookingConfirmed(aBooking({ isPaidOnline: true, payment: aPayment() })),
    ["€48 on Sat 2 November 2126, 10:00 CET", "AAAA1111BBBB2222"],
    "/bookings/7K3PX9QZ2M",
  ],
  [
    "cancelled and refunded",
    bookingCancelled(aBooking({ status: "cancelled", tickets: [], payment: aPayment(4_800) }), {
      isByOrganizer: false,
      reason: null,
    }),
    ["You get €48 back, the way you paid", "5–10 days"],
    "/bookings/7K3PX9QZ2M",
  ],
  [
    "offer to pay for",
    waitlistOffer(aBooking({ status: "pending", tickets: [], isPaidOnline: true })),
    ["Pay for the booking before then", "To pay online", "€48", "Continue to payment"],
    "/checkout/7K3PX9QZ2M",
  ],
  [
    "payment not taken",
    paymentRefused(aRefusedPayment("not_taken")),
    ["Nothing was charged", "7K3PX9QZ2M"],
    "/events/night-market",
  ],
  [
    "payment too late",
    paymentRefused(aRefusedPayment("no_seats")),
    ["You get all €48 back", "7K3PX9QZ2M"],
    "/events/night-market",
  ],
  [
    "paid twice",
    paymentRefused(aRefusedPayment("paid_twice")),
    ["second payment of €48", "7K3PX9QZ2M"],
    "/bookings/7K3PX9QZ2M",
  ],
  [
    "another amount paid",
    paymentRefused(aRefusedPayment("amount_differs")),
    ["isn’t the price of your booking", "7K3PX9QZ2M"],
    "/events/night-market",
  ],
  [
    "payment not taken, to the team",
    paymentRefusedTeam(aRefusedPayment("not_taken")),
    ["its seats are free again", "Night Owl Presents", "7K3PX9QZ2M"],
    "/organize/events/night-market/attendees/7K3PX9QZ2M",
  ],
  [
    "event cancelled and refunded",
    eventCancelled(aBooking({ payment: aPayment(4_800) })),
    ["You get €48 back, the way you paid"],
    "/",
  ],
  [
    "converted",
    waitlistConverted(aBooking({ totalPrice: 0 })),
    ["confirmed booking of 2 tickets", "AAAA1111BBBB2222", "CCCC3333DDDD4444"],
    "/bookings/7K3PX9QZ2M",
  ],
  [
    "cancelled",
    bookingCancelled(aBooking({ status: "cancelled", tickets: [] }), { isByOrganizer: false, reason: null }),
    ["no longer valid", "7K3PX9QZ2M"],
    "/bookings/7K3PX9QZ2M",
  ],
  [
    "cancelled by the organizer",
    bookingCancelled(aBooking({ status: "cancelled", tickets: [] }), {
      isByOrganizer: true,
      reason: "The balcony is closed.",
    }),
    ["The organizer cancelled your booking", "The balcony is closed.", "7K3PX9QZ2M"],
    "/bookings/7K3PX9QZ2M",
  ],
  [
    "guest",
    bookingConfirmed(aBooking({ source: "organizer", totalPrice: 0 })),
    ["You’re on the guest list", "AAAA1111BBBB2222", "an organizer on Quorix booked for you"],
    "/bookings/7K3PX9QZ2M",
  ],
  [
    "joined",
    waitlistJoined(anEntry({ typeName: "Balcony" })),
    ["3 tickets, Balcony (or fewer)"],
    "/events/night-market",
  ],
  [
    "offer",
    waitlistOffer(aBooking({ status: "pending", tickets: [] })),
    ["We’re holding 2 tickets", "1 December 2126, 10:00 CET", "€48"],
    "/checkout/7K3PX9QZ2M",
  ],
  [
    "type closed",
    waitlistTypeClosed(anEntry({ typeName: "Early Bird" }), [
      { code: "A", name: "Regular", price: 2_500, currency: "EUR" },
      { code: "B", name: "Balcony", price: 0, currency: "EUR" },
    ]),
    ["Early Bird is no longer on sale", "Regular, €25", "Balcony, Free", "keep your place"],
    "/events/night-market",
  ],
  ["offer expired", waitlistOfferExpired(anEntry()), ["join it again"], "/events/night-market"],
  ["reminder", eventReminder(aBooking()), ["AAAA1111BBBB2222", "CCCC3333DDDD4444"], "/bookings/7K3PX9QZ2M"],
  [
    "changed",
    eventChanged(aBooking(), { ...anEvent(), startsAt: new Date("2126-12-11T18:30:00Z"), venue: "The old mill" }),
    ["tickets are still valid", "7K3PX9QZ2M", "11 December 2126, 19:30", "The old mill, Quay Street 7, Marseille"],
    "/bookings/7K3PX9QZ2M",
  ],
  ["clock kept", clockKept(aBooking()), ["time on your ticket", "7K3PX9QZ2M"], "/bookings/7K3PX9QZ2M"],
  [
    "event cancelled",
    eventCancelled(aBooking({ event: anEvent({ cancellationReason: "A storm is coming.\nStay home." }) })),
    ["the organizer has cancelled the event you booked", "7K3PX9QZ2M", "A storm is coming.", "Stay home."],
    "/",
  ],
  [
    "waitlist closed",
    waitlistClosed(anEvent({ cancellationReason: "A storm." })),
    ["waitlist is closed", "A storm."],
    "/",
  ],
];

describe.each(emails)("%s", (_name, template, parts, href) => {
  test("both parts name the event, date and place", async () => {
    const { html, text, subject } = await renderEmail(template);
    expect(subject).toContain("Night market at the old quay");
    for (const part of [
      "Night market at the old quay",
      WHEN,
      "19:30",
      "CET",
      "Hall 3, Quay Street 7, Marseille",
      ...parts,
    ]) {
      expect(text).toContain(part);
    }
    expect(html.replace(/<[^>]+>/g, "")).toContain(WHEN);
  });

  test("has one button with an absolute URL, and a preheader that only inboxes show", async () => {
    const { html, text } = await renderEmail(template);
    const links = [...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1]);
    expect(links).toEqual([`${ORIGIN}/`, `${ORIGIN}${href}`]);
    expect(text).toContain(`${ORIGIN}${href}`);
    expect(html).toContain(escaped(template.preheader));
    expect(text).not.toContain(template.preheader);
  });
});

test.each(["verify_email", "sign_in", "reset_password"] as const)("%s has its link and expiry", async (purpose) => {
  const url = `${ORIGIN}/somewhere?token=abc.def`;
  const { html, text } = await renderEmail(accountLink(aToken(purpose), url));
  expect(html).toContain(`href="${url}"`);
  expect(text).toContain(url);
  expect(text).toContain("1 December 2126, 18:00 Japan Standard Time");
});

test.each(["مهرجان الأضواء: ليلة على النيل", "夏の夜の花火と音楽の夕べ", 'Salt & "Pepper" <live>'])(
  "the name %s survives, in its own direction",
  async (name) => {
    const booking = aBooking({ event: anEvent({ name, venue: name }) });
    const { html, text, subject } = await renderEmail(bookingConfirmed(booking));
    expect(subject).toBe(`Your tickets: ${name}`);
    expect(text.split("\n")).toContain(name);
    expect(html).toMatch(new RegExp(`<p dir="auto"[^>]*>${escaped(name).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}</p>`));
  },
);

test("shows every ticket's QR code from an attachment, and loads nothing", async () => {
  const { html } = await renderEmail(bookingConfirmed(aBooking()));
  const images = [...html.matchAll(/<img[^>]+src="([^"]+)"/g)].map((match) => match[1]);
  expect(images).toEqual(["cid:ticket-1@quorix", "cid:ticket-2@quorix"]);
});

test("a change shows only what changed", async () => {
  const textFor = async (before: Partial<EventEmailData>) =>
    (await renderEmail(eventChanged(aBooking(), { ...anEvent(), ...before }))).text;
  const moved = await textFor({ startsAt: new Date("2126-12-11T18:30:00Z") });
  expect(moved).toContain("Old date");
  expect(moved).not.toContain("Old venue");
  const elsewhere = await textFor({ city: "Lyon" });
  expect(elsewhere).toContain("Hall 3, Quay Street 7, Lyon");
  expect(elsewhere).not.toContain("Old date");
});

test("a free booking doesn't mention payment, and one past its deadline doesn't offer to cancel", async () => {
  const startsAt = new Date(Date.now() + 3_600_000);
  const { text } = await renderEmail(bookingConfirmed(aBooking({ totalPrice: 0, event: anEvent({ startsAt }) })));
  expect(text).not.toContain("pay");
  expect(text).not.toContain("cancel");
  expect(text).toContain("let the organizer know");
});

function escaped(text: string) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#x27;");
}
