import { emailPreview } from "@/texts/messages";

/** An email in a sandboxed frame: it runs no scripts, and its links open in a new tab. */
export function EmailPreview({ subject, html, title }: { subject: string; html: string; title: string }) {
  return (
    <figure className="overflow-hidden rounded-card border border-line bg-surface">
      <figcaption className="border-b border-line px-5 py-3">
        <span className="block text-sm text-muted">{emailPreview.subjectLabel}</span>
        <span dir="auto" className="block font-semibold wrap-anywhere">
          {subject}
        </span>
      </figcaption>
      <iframe
        title={title}
        srcDoc={`<base target="_blank">${html}`}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        className="h-[34rem] w-full"
      />
    </figure>
  );
}
