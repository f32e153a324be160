/** Stands in the rendered mail until a reason is typed. */
export const REASON_PLACEHOLDER = "Your reason stands here.";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** The mail with what was typed in the placeholder's stead. */
export function fillInReason(html: string, reason: string): string {
  if (reason.trim() === "") return html;
  const words = reason
    .trim()
    .replace(/[&<>"]/g, (character) => escapes[character] ?? "")
    .replace(/\n+/g, "<br>");
  return html.replace(REASON_PLACEHOLDER, () => words);
}
