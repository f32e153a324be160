import { Body, Container, Head, Html, Link, Preview, Section, Text } from "@react-email/components";
import { render, toPlainText } from "@react-email/render";
import type { ReactNode } from "react";
import { siteUrl } from "@/lib/site-url";
import type { EmailTemplate } from "./email";
import { font, light, stylesheet } from "./theme";

/** Both parts of an email. The plain text is derived from the HTML. */
export async function renderEmail(template: EmailTemplate) {
  const html = await render(
    <EmailLayout preheader={template.preheader} footer={template.footer}>
      {template.body}
    </EmailLayout>,
  );
  const text = toPlainText(html, { selectors: [{ selector: "h1", options: { uppercase: false } }] });
  return { subject: template.subject, html, text };
}

/** The layout of every email: the name, one card, and the footer. */
function EmailLayout({ preheader, footer, children }: { preheader: string; footer: ReactNode; children: ReactNode }) {
  return (
    <Html lang="en" dir="ltr">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{stylesheet}</style>
      </Head>
      <Preview>{preheader}</Preview>
      <Body className="q-canvas" style={{ margin: 0, backgroundColor: light.canvas, fontFamily: font }}>
        <Container style={{ maxWidth: 600, width: "100%", padding: "32px 12px" }}>
          <Section data-skip-in-text="true" style={{ padding: "0 8px 16px" }}>
            <Link
              href={siteUrl("/")}
              className="q-accent"
              style={{ color: light.accent, fontSize: 20, fontWeight: 700, letterSpacing: "-0.02em" }}
            >
              Quorix
            </Link>
          </Section>
          <Section
            className="q-card"
            style={{
              backgroundColor: light.surface,
              border: `1px solid ${light.line}`,
              borderRadius: 20,
              padding: "32px 36px",
            }}
          >
            {children}
          </Section>
          <Text
            className="q-muted"
            style={{ color: light.muted, fontSize: 13, lineHeight: "20px", margin: 0, padding: "20px 8px 0" }}
          >
            {footer}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
