import type { Metadata } from "next";
import { Container } from "@/components/ui/container";
import { PageHeader } from "@/components/ui/page-header";
import { termsPage } from "@/texts/site";

export const ensureStatic = "navigation";

export const metadata: Metadata = {
  title: termsPage.title,
  description: termsPage.description,
  alternates: { canonical: "/terms" },
};

export default function TermsPage() {
  return (
    <Container width="text">
      <PageHeader title={termsPage.title}>{termsPage.intro}</PageHeader>
      <div className="grid gap-8">
        {termsPage.sections.map(({ title, text }) => (
          <section key={title} className="grid gap-2">
            <h2 className="text-2xl">{title}</h2>
            <p className="text-lg text-muted text-pretty">{text}</p>
          </section>
        ))}
      </div>
    </Container>
  );
}
