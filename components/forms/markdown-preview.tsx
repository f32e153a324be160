import { MarkdownText } from "@/components/ui/markdown";
import { markdownPreview } from "@/texts/site";

// A module of its own, so that the Markdown parser is only loaded for a preview.
export default function MarkdownPreview({ text }: { text: string }) {
  return text.trim() ? <MarkdownText>{text}</MarkdownText> : <p className="text-muted">{markdownPreview.empty}</p>;
}
