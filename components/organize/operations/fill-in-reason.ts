import { cancelEventForm } from "@/texts/messages";

/** In the rendered email until a reason is typed. */
export const REASON_PLACEHOLDER = cancelEventForm.reasonPlaceholder;

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** The email with the reason in place of the placeholder. */
export function fillInReason(html: string, reason: string): string {
  if (reason.trim() === "") return html;
  const escaped = reason
    .trim()
    .replace(/[&<>"]/g, (character) => escapes[character] ?? "")
    .replace(/\n+/g, "<br>");
  return html.replace(REASON_PLACEHOLDER, () => escaped);
}
