import { ArrowLeft } from "lucide-react";
import type { Metadata, Route } from "next";
import { ProfileForm } from "@/components/organize/team/profile-form";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Container } from "@/components/ui/container";
import { RichText } from "@/components/ui/rich-text";
import { requireOrganizers } from "@/lib/access/access";
import { readNoScriptResult } from "@/lib/requests/no-script-result";
import { getOrganizerProfile } from "@/lib/team/queries";
import { profilePage } from "@/texts/team";

export const metadata: Metadata = { title: profilePage.title };

export const instant = false;

export default async function ProfilePage({ searchParams }: PageProps<"/organize/team/profile">) {
  const asked = [(await searchParams).organizer].flat()[0];
  const { organizers, chosen } = await requireOrganizers("organizer.edit", "/organize/team/profile", asked);
  const { slug, organizerId } = chosen ?? organizers[0];
  const { city, website, ...profile } = await getOrganizerProfile(organizerId);
  const team = `/organize/team?organizer=${encodeURIComponent(slug)}` as Route;
  return (
    <Container width="text" className="grid gap-6 pt-8">
      <header className="grid justify-items-start gap-2">
        <ButtonLink href={team} variant="ghost" size="sm" className="-ms-4">
          <ArrowLeft aria-hidden="true" className="size-4 rtl:-scale-x-100" />
          {profilePage.back}
        </ButtonLink>
        <h1 className="text-3xl">{profilePage.title}</h1>
        <p className="text-muted text-pretty">
          <RichText
            text={profilePage.intro}
            values={{
              page: (
                <a href={`/organizers/${slug}`} className="font-medium text-accent underline">
                  {profilePage.page}
                </a>
              ),
            }}
          />
        </p>
      </header>
      <Card>
        <ProfileForm
          key={slug}
          organizer={slug}
          profile={{ ...profile, city: city ?? "", website: website ?? "" }}
          left={await readNoScriptResult("/organize/team/profile", {})}
        />
      </Card>
    </Container>
  );
}
