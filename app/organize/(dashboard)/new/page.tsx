import type { Metadata } from "next";
import { CreateOrganizerForm } from "@/components/organize/team/create-organizer-form";
import { Card } from "@/components/ui/card";
import { Container } from "@/components/ui/container";
import { requireViewer } from "@/lib/auth/viewer";
import { readNoScriptFailure } from "@/lib/requests/no-script-result";
import { newPage } from "@/texts/organizer";

export const metadata: Metadata = { title: newPage.title };

export const instant = false;

/** For every signed-in user, including members of a team. */
export default async function StartPage() {
  await requireViewer("/organize/new");
  return (
    <Container width="text" className="grid gap-6 pt-10">
      <header className="grid gap-3">
        <h1 className="text-3xl">{newPage.title}</h1>
        <p className="text-muted text-pretty">{newPage.intro}</p>
      </header>
      <Card>
        <CreateOrganizerForm left={await readNoScriptFailure("/organize/new")} />
      </Card>
    </Container>
  );
}
