import { Compass } from "lucide-react";
import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Container } from "@/components/ui/container";
import { notFound } from "@/texts/organizer";

export const metadata: Metadata = { title: "Not found" };

/** Also what a stranger to a team sees of its events. */
export default function NotFound() {
  return (
    <Container width="text" className="grid justify-items-start gap-5 py-20">
      <Compass aria-hidden="true" className="size-12 text-accent" />
      <h1 className="text-4xl font-bold">{notFound.thereIsNothingHere}</h1>
      <p className="text-lg text-muted text-pretty">{notFound.theAddressMayBeMistyped}</p>
      <ButtonLink href="/organize">{notFound.myEvents}</ButtonLink>
    </Container>
  );
}
