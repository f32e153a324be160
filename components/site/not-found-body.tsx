import { Compass } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { Container } from "@/components/ui/container";
import { notFoundBody } from "@/texts/site";

export function NotFoundBody() {
  return (
    <Container width="text" className="grid justify-items-start gap-5 py-20 sm:py-28">
      <Compass aria-hidden="true" className="size-12 text-accent" />
      <h1 className="text-4xl font-bold sm:text-6xl">{notFoundBody.title}</h1>
      <p className="text-lg text-muted text-pretty">{notFoundBody.text}</p>
      <p className="flex flex-wrap gap-3 pt-2">
        <ButtonLink href="/events">{notFoundBody.findEvents}</ButtonLink>
        <ButtonLink href="/bookings" variant="secondary">
          {notFoundBody.myBookings}
        </ButtonLink>
      </p>
    </Container>
  );
}
