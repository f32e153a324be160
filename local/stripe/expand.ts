import { invalid } from "./api-error";
import type { FormValue } from "./form";
import type { Store } from "./store";
import type { TableName } from "./tables";

const tableOfPrefix: Readonly<Record<string, Exclude<TableName, "events" | "checkouts" | "timers">>> = {
  cs: "sessions",
  pi: "intents",
  ch: "charges",
  py: "charges",
  re: "refunds",
  du: "disputes",
  txn: "transactions",
};

const expandable = new Set(["payment_intent", "latest_charge", "balance_transaction", "charge"]);

function lookUp(store: Store, id: string): unknown {
  const table = tableOfPrefix[id.slice(0, id.indexOf("_"))];
  return table && store.get(table, id);
}

function expandPath(store: Store, value: unknown, [name, ...rest]: string[]): unknown {
  if (name === undefined || value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => expandPath(store, item, [name, ...rest]));
  if (typeof value !== "object" || !(name in value)) return value;
  const inner = (value as Record<string, unknown>)[name];
  const full = typeof inner === "string" ? (lookUp(store, inner) ?? inner) : inner;
  return { ...value, [name]: expandPath(store, full, rest) };
}

/** The paths of `expand[]`. Throws for what cannot be expanded, before anything is done. */
export function parseExpand(paths: FormValue): string[][] {
  if (!Array.isArray(paths)) throw invalid("Invalid array", undefined, "expand");
  return paths.map((path) => {
    const names = String(path).split(".");
    const inner = names[0] === "data" ? names.slice(1) : names;
    if (names.length <= 4 && inner.length > 0 && inner.every((name) => expandable.has(name))) return names;
    throw invalid(`This property cannot be expanded (${path}).`, undefined, "expand");
  });
}

/** Puts objects in the place of their ids, as in `data.latest_charge.balance_transaction`. */
export function expand(store: Store, value: unknown, paths: readonly string[][]): unknown {
  return paths.reduce((expanded, path) => expandPath(store, expanded, path), value);
}
