/** Keeps the values of a page's forms in this tab while the page is reloaded. */
const KEY = "quorix-typed";

type TypedField = { name: string; value: string; checked: boolean };
type SavedForms = { path: string; forms: TypedField[][] };
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Not typed by the user, or not to be stored. */
const SKIPPED_TYPES = /^(?:hidden|password|file|submit|button|reset|image)$/;
const RESTORE_MS = 3_000;

const fieldsOf = (form: HTMLFormElement) =>
  [...form.elements].filter((element): element is Field => {
    const isField = element.matches("input, textarea, select");
    return isField && (element as Field).name !== "" && !SKIPPED_TYPES.test((element as Field).type);
  });

const isChecked = (field: Field) => field instanceof HTMLInputElement && field.checked;

const readFields = (form: HTMLFormElement): TypedField[] =>
  fieldsOf(form).map((field) => ({ name: field.name, value: field.value, checked: isChecked(field) }));

let isSavingOnReload = false;

/** Saves the forms when the page is reloaded or left. */
export function saveFormsOnReload() {
  if (isSavingOnReload) return;
  isSavingOnReload = true;
  window.addEventListener("pagehide", () => {
    const forms = [...document.forms].map(readFields).filter((fields) => fields.length > 0);
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ path: location.pathname, forms } satisfies SavedForms));
    } catch {
      // The storage is full, or not allowed.
    }
  });
}

function takeSavedForms(): SavedForms | null {
  try {
    const kept: SavedForms | null = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    sessionStorage.removeItem(KEY);
    return kept?.path === location.pathname ? kept : null;
  } catch {
    return null;
  }
}

/** Restores the values, also of forms that appear in the next seconds. Returns a cleanup function. */
export function restoreForms(): () => void {
  const kept = takeSavedForms();
  if (!kept) return () => {};
  const fill = () => {
    for (const form of document.forms) {
      const names = fieldNamesKey(readFields(form));
      const typed = kept.forms.find((fields) => fieldNamesKey(fields) === names);
      if (typed) fillForm(form, typed);
    }
  };
  // Parts of the page are streamed, and hydration may reset others.
  const timer = setInterval(fill, 250);
  const stop = () => {
    clearInterval(timer);
    clearTimeout(end);
    document.removeEventListener("pointerdown", stop);
    document.removeEventListener("keydown", stop);
  };
  const end = setTimeout(stop, RESTORE_MS);
  // The user has started to interact with the page.
  document.addEventListener("pointerdown", stop);
  document.addEventListener("keydown", stop);
  fill();
  return stop;
}

const fieldNamesKey = (fields: TypedField[]) => fields.map(({ name }) => name).join("\n");

function fillForm(form: HTMLFormElement, typed: TypedField[]) {
  for (const [index, field] of fieldsOf(form).entries()) {
    const before = typed[index];
    if (!before) continue;
    if (field instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(field.type)) {
      if (field.checked !== before.checked && (before.checked || field.type === "checkbox")) field.click();
    } else if (field.value !== before.value) {
      setValue(field, before.value);
    }
  }
}

/** Sets the value as typing does: React ignores a value that is set through its own property. */
function setValue(field: Field, value: string) {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
