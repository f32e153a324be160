import { Compass } from "lucide-react";
import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Container } from "@/components/ui/container";

export const metadata: Metadata = { title: "Not found" };

/** Also what a stranger to a team sees of its events. */
export default function NotFound() {
  return (
    <Container width="text" className="grid justify-items-start gap-5 py-20">
      <Compass aria-hidden="true" className="size-12 text-accent" />
      <h1 className="text-4xl font-bold">There is nothing here</h1>
      <p className="text-lg text-muted text-pretty">
        The address may be mistyped, it may have been taken down, or you are not in its team.
      </p>
      <ButtonLink href="/organize">My events</ButtonLink>
    </Container>
  );
}
