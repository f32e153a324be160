import { TicketX } from "lucide-react";
import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Container } from "@/components/ui/container";
import { formatInstant } from "@/lib/time/format";
import { checkoutClosed } from "@/texts/checkout";

export type CheckoutEnd = "expired" | "offer-expired" | "released" | "cancelled" | "event-cancelled";

/** A checkout that leads nowhere any more: what happened, what is true now, and what to do next. */
export function CheckoutClosed({
  end,
  booking,
  tryAgain,
}: {
  end: CheckoutEnd;
  booking: { reference: string; expiresAt: Date | null; event: { slug: string; name: string; timeZone: string } };
  /** The event's page with the same tickets chosen. */
  tryAgain: string;
}) {
  const { event } = booking;
  const eventPath = `/events/${event.slug}`;
  const until = booking.expiresAt ? ` until ${formatInstant(booking.expiresAt, event.timeZone)}` : "";
  const words: Record<CheckoutEnd, { title: string; text: string; next: { href: string; label: string } }> = {
    expired: {
      title: "Your hold ran out",
      text: `The tickets were kept for you${until}. Nothing was booked. If there are still tickets, you can hold them again.`,
      next: { href: tryAgain, label: "Try again" },
    },
    "offer-expired": {
      title: "The offer ran out",
      text: `The tickets were kept for you${until} and have gone to the next in line. You can join the waitlist again.`,
      next: { href: eventPath, label: "Back to the event" },
    },
    released: {
      title: "You released these tickets",
      text: "They are not yours any more, and nothing was booked. If you change your mind, choose again while there are some.",
      next: { href: tryAgain, label: "Choose again" },
    },
    cancelled: {
      title: "This booking was cancelled",
      text: "Its tickets are no longer valid. You can book again while there are tickets.",
      next: { href: tryAgain, label: "Choose again" },
    },
    "event-cancelled": {
      title: "This event was cancelled",
      text: "The organizer cancelled it, so nothing was booked and there is nothing to pay.",
      next: { href: "/events", label: "Find another event" },
    },
  };
  const { title, text, next } = words[end];
  return (
    <Container width="text" className="grid justify-items-start gap-5 py-16 sm:py-24">
      <div className="grid size-14 place-items-center rounded-full bg-sunken text-muted">
        <TicketX aria-hidden="true" className="size-7" />
      </div>
      <h1 className="text-4xl leading-tight sm:text-5xl">{title}</h1>
      <p dir="auto" className="font-semibold">
        {event.name}
      </p>
      <p className="max-w-prose text-lg text-muted text-pretty">{text}</p>
      <div className="mt-2 flex flex-wrap gap-3">
        <ButtonLink href={next.href as Route} size="lg">
          {next.label}
        </ButtonLink>
        <ButtonLink href="/bookings" variant="secondary" size="lg">
          {checkoutClosed.myBookings}
        </ButtonLink>
      </div>
    </Container>
  );
}
