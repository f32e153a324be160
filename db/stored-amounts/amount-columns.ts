/**
 * Everywhere that an amount in minor units is stored. Drafts are not among them: `events.form` holds prices as they
 * were typed, "12.50", which say the same under any digits. Neither is other JSON: it holds ids, words and times.
 */
export type AmountColumn = {
  table: "ticket_types" | "booking_items" | "bookings" | "audit_log";
  one: string;
  many: string;
  /** FROM and WHERE of the rows that hold one, each as `r`. */
  rows: string;
  currency: string;
  /** The amount, or the highest of the row. */
  amount: string;
  /** Sets it to `factor` times what it is. */
  set: (factor: string) => string;
  /** The most that the column holds; null where it holds more than any amount. */
  most: number | null;
};

const INTEGER = 2_147_483_647;
/** `[[ticket, ticket type, its price before], …]`: what it takes to undo a move. */
const moves = "jsonb_array_elements(r.detail->'before')";

export const amountColumns: AmountColumn[] = [
  {
    ...{ table: "ticket_types", one: "ticket type", many: "ticket types", most: INTEGER },
    rows: "ticket_types r join events e on e.id = r.event_id where r.price > 0",
    currency: "e.currency",
    amount: "r.price",
    set: (factor) => `price = r.price * ${factor}`,
  },
  {
    ...{ table: "booking_items", one: "booking item", many: "booking items", most: INTEGER },
    rows: "booking_items r join bookings b on b.id = r.booking_id where r.unit_price > 0",
    currency: "b.currency",
    amount: "r.unit_price",
    set: (factor) => `unit_price = r.unit_price * ${factor}`,
  },
  {
    ...{ table: "bookings", one: "booking", many: "bookings", most: null },
    rows: "bookings r where r.total_price > 0",
    currency: "r.currency",
    amount: "r.total_price",
    set: (factor) => `total_price = r.total_price * ${factor}`,
  },
  {
    ...{ table: "audit_log", one: "entry of the audit log", many: "entries of the audit log", most: INTEGER },
    rows: `audit_log r join bookings b on b.id = r.booking_id
      where r.action = 'booking.moved' and r.detail @? '$.before[*][2] ? (@ > 0)'`,
    currency: "b.currency",
    amount: `(select max((move->>2)::bigint) from ${moves} move)`,
    set: (factor) => `detail = jsonb_set(r.detail, '{before}', (
      select jsonb_agg(jsonb_set(move, '{2}', to_jsonb((move->>2)::bigint * ${factor})) order by nth)
      from ${moves} with ordinality as m (move, nth)))`,
  },
];
