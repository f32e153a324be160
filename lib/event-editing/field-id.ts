/** The id of a field's control: the router keeps pages that were left in the document, so each editor has its own. */
export function fieldId(slug: string | null, name: string) {
  return `${slug ?? "new"}-${name}`;
}
