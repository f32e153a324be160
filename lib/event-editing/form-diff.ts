import { fieldLabels, formDiff } from "@/texts/event-editor";
import { paymentMethodNames } from "@/texts/payments";
import type { EventForm, TicketTypeForm } from "./form";
import { isSameTicketType, type PlainField, plainFields } from "./same-form";

export type Side = "mine" | "theirs";

export type FormDifference = {
  /** A field, `type:<code>` for a ticket type, or `order` for their order. */
  key: string;
  label: string;
  mine: string;
  theirs: string;
  /** The only side that changed it; null if both did. */
  suggested: Side | null;
};

const ticketTypeByCode = (form: EventForm, code: string) => form.ticketTypes.find((type) => type.code === code);
const codesOf = (form: EventForm) => form.ticketTypes.map(({ code }) => code);
const hasSameCodes = (one: EventForm, other: EventForm) => codesOf(one).join() === codesOf(other).join();

function suggestSide(isMineTouched: boolean, isTheirsTouched: boolean): Side | null {
  if (isMineTouched && isTheirsTouched) return null;
  return isTheirsTouched ? "theirs" : "mine";
}

const formatValue = (value: string | boolean | null) =>
  typeof value === "boolean" ? (value ? formDiff.on : formDiff.off) : (value ?? "");

const formatField = (form: EventForm, field: PlainField) =>
  field === "paymentMethod" ? paymentMethodNames[form.paymentMethod] : formatValue(form[field]);

function formatTicketType(type: TicketTypeForm | undefined, currency: string) {
  if (!type) return "";
  const quota = type.quota ? formDiff.quota(type.quota) : formDiff.noQuota;
  const window = [
    type.salesStartAt && formDiff.from(type.salesStartAt),
    type.salesEndAt && formDiff.until(type.salesEndAt),
  ];
  return [
    formDiff.namedPrice(type.name || formDiff.unnamed, type.price || "?", currency),
    quota,
    ...window,
    type.description,
  ]
    .filter(Boolean)
    .join(", ");
}

const labelTicketType = (name: string | undefined) => (name ? formDiff.ticketType(name) : formDiff.unnamedTicketType);

/** The differences between `mine` and `theirs`, which are both based on `base`. */
export function diffForms(base: EventForm, mine: EventForm, theirs: EventForm): FormDifference[] {
  const fields = plainFields
    .filter((field) => mine[field] !== theirs[field])
    .map((field) => ({
      key: field,
      label: fieldLabels[field],
      mine: formatField(mine, field),
      theirs: formatField(theirs, field),
      suggested: suggestSide(mine[field] !== base[field], theirs[field] !== base[field]),
    }));
  const codes = [...new Set([...codesOf(mine), ...codesOf(theirs)])];
  const types = codes
    .map((code) => ({
      code,
      mine: ticketTypeByCode(mine, code),
      theirs: ticketTypeByCode(theirs, code),
      base: ticketTypeByCode(base, code),
    }))
    .filter((type) => !isSameTicketType(type.mine, type.theirs))
    .map((type) => ({
      key: `type:${type.code}`,
      label: labelTicketType(type.mine?.name || type.theirs?.name),
      mine: formatTicketType(type.mine, mine.currency),
      theirs: formatTicketType(type.theirs, theirs.currency),
      suggested: suggestSide(!isSameTicketType(type.mine, type.base), !isSameTicketType(type.theirs, type.base)),
    }));
  const isReordered =
    codesOf(mine).toSorted().join() === codesOf(theirs).toSorted().join() && !hasSameCodes(mine, theirs);
  const names = (form: EventForm) => form.ticketTypes.map(({ name }) => name || formDiff.unnamed).join(", ");
  const order = {
    key: "order",
    label: formDiff.order,
    mine: names(mine),
    theirs: names(theirs),
    suggested: suggestSide(!hasSameCodes(mine, base), !hasSameCodes(theirs, base)),
  };
  return [...fields, ...types, ...(isReordered ? [order] : [])];
}

/** Merges two forms by the chosen side of each difference. */
export function mergeForms(mine: EventForm, theirs: EventForm, chosen: Record<string, Side>): EventForm {
  const merged: EventForm = { ...mine };
  const take = <Field extends PlainField>(field: Field) => {
    if (chosen[field] === "theirs") merged[field] = theirs[field];
  };
  for (const field of plainFields) take(field);
  const [first, second] = chosen.order === "theirs" ? [theirs, mine] : [mine, theirs];
  const codes = [...new Set([...codesOf(first), ...codesOf(second)])];
  merged.ticketTypes = codes
    .map((code) => ticketTypeByCode(chosen[`type:${code}`] === "theirs" ? theirs : mine, code))
    .filter((type) => type !== undefined);
  return merged;
}

/** The fields that a save changed, for the audit log. */
export function changedFields(before: EventForm, after: EventForm): string[] {
  const types = hasSameTicketTypes(before, after) ? [] : ["ticketTypes"];
  return [...plainFields.filter((field) => before[field] !== after[field]), ...types];
}

const hasSameTicketTypes = (one: EventForm, other: EventForm) =>
  hasSameCodes(one, other) &&
  one.ticketTypes.every((type) => isSameTicketType(type, ticketTypeByCode(other, type.code)));
