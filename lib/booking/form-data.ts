const QUANTITY = "quantity.";
const HOLDER = /^holders\.(\d{1,3})\.(name|ticketTypeCode)$/;

/** Name of the field that holds how many tickets of a type are wanted. */
export const quantityField = (ticketTypeCode: string) => `${QUANTITY}${ticketTypeCode}`;

/** The fields of the ticket panel in the shape of `reserveSchema`. */
export function reserveFields(formData: FormData) {
  const items = Array.from(formData)
    .filter(([name]) => name.startsWith(QUANTITY))
    .map(([name, quantity]) => ({ ticketTypeCode: name.slice(QUANTITY.length), quantity }));
  return {
    slug: formData.get("slug"),
    idempotencyKey: formData.get("idempotencyKey") ?? undefined,
    items,
  };
}

/** The fields of the attendees form in the shape of `confirmSchema`. */
export function confirmFields(formData: FormData) {
  const holders: Record<string, FormDataEntryValue>[] = [];
  for (const [field, value] of formData) {
    const [, index, key] = HOLDER.exec(field) ?? [];
    if (index === undefined || key === undefined) continue;
    holders[Number(index)] = { ...holders[Number(index)], [key]: value };
  }
  return {
    reference: formData.get("reference"),
    holders: holders.filter(Boolean),
    terms: formData.get("terms") === "on",
  };
}
