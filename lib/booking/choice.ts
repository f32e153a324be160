/** The chosen tickets, before they are held. */
export type Choice = { ticketTypeCode: string; quantity: number }[];

export type WaitlistChoice = { ticketTypeCode: string | null; quantity: number; acceptFewer: boolean };

const CODE = /^[0-9A-Za-z_-]{1,32}$/;
const QUANTITY = /^[1-9][0-9]{0,2}$/;
const MAX_TYPES = 50;
const ANY_TYPE = "any";

/** Name of the form field for the quantity of a ticket type. */
export const quantityField = (ticketTypeCode: string) => `quantity.${ticketTypeCode}`;

/** "7KQ2M9XA:2,PB4T1C0D:1": what `?tickets=` carries across signing in. */
export function formatChoice(choice: Choice) {
  return choice.map(({ ticketTypeCode, quantity }) => `${ticketTypeCode}:${quantity}`).join(",");
}

/** Parses `?tickets=`. It comes from the address bar, so invalid parts are ignored. */
export function parseChoice(text: string | null): Choice {
  const choice = new Map<string, number>();
  for (const part of (text ?? "").slice(0, 2_000).split(",").slice(0, MAX_TYPES)) {
    const [code = "", quantity = "", ...rest] = part.split(":");
    if (rest.length === 0 && CODE.test(code) && QUANTITY.test(quantity)) choice.set(code, Number(quantity));
  }
  return Array.from(choice, ([ticketTypeCode, quantity]) => ({ ticketTypeCode, quantity }));
}

/** "any:3:fewer" or "7KQ2M9XA:2": what `?waitlist=` carries across signing in. */
export function formatWaitlistChoice({ ticketTypeCode, quantity, acceptFewer }: WaitlistChoice) {
  return `${ticketTypeCode ?? ANY_TYPE}:${quantity}${acceptFewer ? ":fewer" : ""}`;
}

export function parseWaitlistChoice(text: string | null): WaitlistChoice | null {
  const [code = "", quantity = "", fewer, ...rest] = (text ?? "").split(":");
  if (rest.length > 0 || (fewer !== undefined && fewer !== "fewer")) return null;
  if (!CODE.test(code) || !QUANTITY.test(quantity)) return null;
  return {
    ticketTypeCode: code === ANY_TYPE ? null : code,
    quantity: Number(quantity),
    acceptFewer: fewer === "fewer",
  };
}
