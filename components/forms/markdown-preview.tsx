import { MarkdownText } from "@/components/ui/markdown";
import { markdownPreview } from "@/texts/site";

// A module of its own, so that the Markdown parser is only loaded by who looks at a preview.
export default function MarkdownPreview({ text }: { text: string }) {
  return text.trim() ? (
    <MarkdownText>{text}</MarkdownText>
  ) : (
    <p className="text-muted">{markdownPreview.nothingWrittenYet}</p>
  );
}
