import type { Metadata } from "next";
import { Container } from "@/components/ui/container";
import { PageHeader } from "@/components/ui/page-header";
import { termsPage } from "@/texts/site";

export const ensureStatic = "navigation";

export const metadata: Metadata = {
  title: "Terms",
  description: "What you agree to when you book tickets through Quorix.",
  alternates: { canonical: "/terms" },
};

const sections = [
  {
    title: "Who you deal with",
    text: "Quorix takes bookings on behalf of event organizers. The event itself is the organizer's, and the agreement about it is between you and them. Their name is on every event page and on every booking.",
  },
  {
    title: "Holding tickets",
    text: "Reserving holds tickets for you for the time shown. Until you confirm, nothing is agreed: you can release them, or let the time run out.",
  },
  {
    title: "Confirming",
    text: "With Confirm booking you book the tickets. You have one booking for each event, with one name for each ticket. A ticket lets one person in, once.",
  },
  {
    title: "Paying",
    text: "Tickets are free, or paid to the organizer at the venue. Quorix charges nothing. The price you confirmed is the price that counts.",
  },
  {
    title: "Cancelling",
    text: "You can cancel a booking until the deadline that its checkout and its page state. After that it is binding, and only the organizer can release you from it.",
  },
  {
    title: "The waitlist",
    text: "Tickets that come free go to the waitlist in the order of joining. An entry that does not fit what is free keeps its place. Free tickets are booked for you at once while there is time to cancel them; all others are held for you for the time we tell you, and then go to the next in line. You can leave at any time.",
  },
  {
    title: "If the event changes",
    text: "If the organizer moves or cancels an event, we tell you by mail. If it is cancelled, your booking ends and there is nothing to pay.",
  },
  {
    title: "Your data",
    text: "The organizer sees your name, your mail address and the names on your tickets, to let you in and to reach you about the event. The mail about your bookings comes from us.",
  },
];

export default function TermsPage() {
  return (
    <Container width="text">
      <PageHeader title={termsPage.terms}>{termsPage.whatYouAgreeToWhen}</PageHeader>
      <div className="grid gap-8">
        {sections.map(({ title, text }) => (
          <section key={title} className="grid gap-2">
            <h2 className="text-2xl">{title}</h2>
            <p className="text-lg text-muted text-pretty">{text}</p>
          </section>
        ))}
      </div>
    </Container>
  );
}
