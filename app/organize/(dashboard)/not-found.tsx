import { Compass } from "lucide-react";
import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Container } from "@/components/ui/container";
import { notFound } from "@/texts/organizer";

export const metadata: Metadata = { title: notFound.pageTitle };

/** Also shown to people outside the team for its events. */
export default function NotFound() {
  return (
    <Container width="text" className="grid justify-items-start gap-5 py-20">
      <Compass aria-hidden="true" className="size-12 text-accent" />
      <h1 className="text-4xl font-bold">{notFound.title}</h1>
      <p className="text-lg text-muted text-pretty">{notFound.intro}</p>
      <ButtonLink href="/organize">{notFound.back}</ButtonLink>
    </Container>
  );
}
