export type FormValue = string | FormValue[] | FormObject;
export type FormObject = { [name: string]: FormValue };

const isList = (names: string[]) => names.length > 0 && names.every((name, index) => name === String(index));

/** Objects whose names are 0, 1, 2 … are lists. */
function withLists(value: FormValue): FormValue {
  if (typeof value === "string" || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, withLists(inner)] as const);
  if (isList(entries.map(([name]) => name))) return entries.map(([, inner]) => inner);
  return Object.fromEntries(entries);
}

const emptyObject = (): FormObject => Object.create(null) as FormObject;

function put(into: FormObject, [name = "", ...rest]: string[], value: string) {
  // `a[]=x` adds to a list.
  const key = name === "" ? String(Object.keys(into).length) : name;
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  const inner = into[key];
  const next = inner && typeof inner === "object" && !Array.isArray(inner) ? inner : emptyObject();
  into[key] = next;
  put(next, rest, value);
}

/** A form or query whose names are paths, as in `line_items[0][quantity]=2`. */
export function decodeForm(text: string): FormObject {
  const result = emptyObject();
  for (const [path, value] of new URLSearchParams(text)) {
    put(
      result,
      path.split("[").map((part) => part.replace(/\]$/, "")),
      value,
    );
  }
  const decoded = withLists(result);
  return typeof decoded === "object" && !Array.isArray(decoded) ? decoded : {};
}
