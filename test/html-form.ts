/** The fields of the form whose button has this text, as a browser without scripts would send them. */
export function formFields(html: string, button: string | RegExp): FormData {
  const form = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)]
    .map(([text]) => text)
    .find((text) => hasButton(text, button));
  if (!form) throw new Error(`no form with a button “${button}”`);
  const fields = new FormData();
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, "name");
    const type = attribute(tag, "type");
    if (name !== null && type !== "checkbox") fields.set(name, attribute(tag, "value") ?? "");
  }
  return fields;
}

function hasButton(form: string, text: string | RegExp) {
  return [...form.matchAll(/<button\b[^>]*>([\s\S]*?)<\/button>/g)].some(([, label = ""]) => label.search(text) >= 0);
}

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name.replace("$", "\\$")}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? null : unescapeHtml(value);
}

function unescapeHtml(value: string) {
  const entities: Record<string, string> = { "&quot;": '"', "&#x27;": "'", "&lt;": "<", "&gt;": ">", "&amp;": "&" };
  return value.replace(/&(quot|#x27|lt|gt|amp);/g, (entity) => entities[entity] ?? entity);
}
