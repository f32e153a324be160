import { render, toPlainText } from "@react-email/render";
import { Layout } from "./layout";
import type { Template } from "./template";

/** Both parts of a mail. The plain text is the HTML's own words, so that neither can say less than the other. */
export async function renderMail(template: Template) {
  const html = await render(
    <Layout preheader={template.preheader} footer={template.footer}>
      {template.body}
    </Layout>,
  );
  const text = toPlainText(html, { selectors: [{ selector: "h1", options: { uppercase: false } }] });
  return { subject: template.subject, html, text };
}
