/** What somebody is called until they say so themselves: "Ada Lovelace" for ada.lovelace+tickets@example.com. */
export function nameFromEmail(email: string): string {
  const [local = ""] = email.split(/[@+]/, 1);
  const words = local.split(/[._-]+/).filter(Boolean);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ") || email.slice(0, 100);
}
