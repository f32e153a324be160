"use client";

import { ErrorNotice } from "@/components/error-notice";
import { Container } from "@/components/ui/container";
import { errorPage } from "@/texts/organizer";

/** The error page of the organizers' side; the details are in the server's log. */
export default function ErrorPage({ retry }: { error: unknown; retry: () => void }) {
  return (
    <Container width="text" className="grid justify-items-start gap-5 py-20">
      <ErrorNotice retry={retry} next={{ label: errorPage.back, href: "/organize" }} />
    </Container>
  );
}
