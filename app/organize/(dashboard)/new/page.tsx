import type { Metadata } from "next";
import { CreateOrganizerForm } from "@/components/organize/team/create-organizer-form";
import { Card } from "@/components/ui/card";
import { Container } from "@/components/ui/container";
import { requireViewer } from "@/lib/auth/viewer";
import { readNoScriptFailure } from "@/lib/requests/no-script-result";
import { newPage } from "@/texts/organizer";

export const metadata: Metadata = { title: "Start organizing" };

export const instant = false;

/** For everybody who is signed in, also for those who are in a team already. */
export default async function StartPage() {
  await requireViewer("/organize/new");
  return (
    <Container width="text" className="grid gap-6 pt-10">
      <header className="grid gap-3">
        <h1 className="text-3xl">{newPage.startOrganizing}</h1>
        <p className="text-muted text-pretty">{newPage.anOrganizerHasPublicPage}</p>
      </header>
      <Card>
        <CreateOrganizerForm left={await readNoScriptFailure("/organize/new")} />
      </Card>
    </Container>
  );
}
