import type { Sql } from "postgres";
import { minorDigits } from "@/lib/money/currencies";
import { formatWithDigits } from "@/lib/money/format";
import { type AmountColumn, amountColumns } from "./amount-columns";
import { MigrationStoppedError } from "./migration-stopped-error";
import { hasAmbiguousDigits } from "./stated-digits";

/** Of one currency in one table: how many rows are to be converted, and the highest amount in them. */
type StoredAmount = { currency: string; place: AmountColumn; rows: number; highest: number };
type OpenConversion = { currency: string; writtenWith: number | null };

async function hasTable(sql: Sql, name: string): Promise<boolean> {
  const [found] = await sql<{ there: boolean }[]>`select to_regclass(${`public.${name}`}) is not null as there`;
  return found?.there ?? false;
}

/** Currencies that are noted and not finished; null before the migration that notes them. */
async function openConversions(sql: Sql): Promise<OpenConversion[] | null> {
  if (!(await hasTable(sql, "amount_conversions"))) return null;
  return sql<OpenConversion[]>`
    select currency, written_with as "writtenWith" from amount_conversions where finished_at is null order by currency`;
}

/** Unconverted amounts in currencies whose digits are unclear. */
export async function readStoredAmounts(sql: Sql, isNoted: boolean): Promise<StoredAmount[]> {
  const stored: StoredAmount[] = [];
  for (const place of amountColumns) {
    const left = isNoted
      ? `and not exists (select from converted_amounts c where c.table_name = '${place.table}' and c.row_id = r.id)`
      : "";
    const rows = await sql.unsafe<{ currency: string; rows: string; highest: string }[]>(`
      select ${place.currency} as currency, count(*)::text as rows, max(${place.amount})::text as highest
      from ${place.rows} ${left} group by 1`);
    for (const { currency, rows: count, highest } of rows) {
      if (hasAmbiguousDigits(currency)) stored.push({ currency, place, rows: Number(count), highest: Number(highest) });
    }
  }
  return stored;
}

/**
 * Checks, before anything is changed, that the operator has stated the digits of every amount that may have been written
 * with other digits, and that it fits its column afterwards. Otherwise throws a message for the operator.
 */
export async function checkStoredAmounts(sql: Sql, stated: Map<string, number>): Promise<void> {
  const open = await openConversions(sql);
  if (open?.length === 0 || !(await hasTable(sql, "bookings"))) return;
  const all = await readStoredAmounts(sql, open !== null);
  const stored = open === null ? all : all.filter(({ currency }) => open.some((one) => one.currency === currency));
  for (const { currency, writtenWith } of open ?? []) {
    const again = stated.get(currency) ?? writtenWith;
    if (writtenWith !== null && again !== writtenWith)
      throw new MigrationStoppedError(
        `Amounts in ${currency} are being converted as written with ${writtenWith} digits, and some may be already. ` +
          `Run it again with ${currency}=${writtenWith}, or without it.`,
      );
  }
  const digitsOf = (currency: string) =>
    stated.get(currency) ?? open?.find((one) => one.currency === currency)?.writtenWith ?? null;
  const unstated = stored.filter(({ currency }) => digitsOf(currency) === null);
  if (unstated.length > 0) throw new MigrationStoppedError(formatMissingDigits(unstated));
  const tooHigh = stored.filter(({ currency, place, highest }) => {
    const factor = 10 ** (minorDigits(currency) - (digitsOf(currency) ?? 0));
    return place.most !== null && highest * factor > place.most;
  });
  if (tooHigh.length > 0) throw new MigrationStoppedError(formatTooHighAmounts(tooHigh, digitsOf));
}

const formatRowCount = ({ rows, place }: StoredAmount) =>
  `${rows.toLocaleString("en")} ${rows === 1 ? place.one : place.many}`;

function formatMissingDigits(stored: StoredAmount[]): string {
  const currencies = [...new Set(stored.map(({ currency }) => currency))].toSorted();
  const blocks = currencies.map((currency) => {
    const own = stored.filter((one) => one.currency === currency);
    const highest = Math.max(...own.map((one) => one.highest));
    const read = (digits: number) => `${formatWithDigits(highest, currency, digits)} if written with ${digits}`;
    const both = `${read(0)} digits, ${read(minorDigits(currency))}`;
    return `  ${currency}  ${own.map(formatRowCount).join(", ")}\n       the highest amount, ${highest}, is ${both}`;
  });
  return [
    "Nothing was changed. How many digits behind the point a currency has was asked of the runtime so far, and is fixed",
    "now. Amounts in these currencies may have been stored with other digits than this version reads them with:",
    "",
    ...blocks,
    "",
    "Say which of the two it is for each: look up a price in the version that runs now. Stop sales, and run this again",
    `with, for example, AMOUNTS_WRITTEN_WITH=${currencies.map((currency) => `${currency}=0`).join(",")}`,
    "Node 20.20.2 and 24.22.3 wrote RSD with 2 digits and the others with 0. Node 20.20.0 and those before it wrote COP,",
    "HUF, IDR and PKR with 2 and the others, RSD too, with 0. What has its digits already is only noted as done.",
  ].join("\n");
}

function formatTooHighAmounts(stored: StoredAmount[], digitsOf: (currency: string) => number | null): string {
  const lines = stored.map(({ currency, place, highest }) => {
    const amount = formatWithDigits(highest, currency, digitsOf(currency) ?? 0);
    const most = formatWithDigits(place.most ?? 0, currency, minorDigits(currency));
    return `  ${currency}  ${place.many}: the highest is ${amount}, and ${most} is the most that fits`;
  });
  return [
    "Nothing was changed. With the digits that were stated, some amounts do not fit their column:",
    "",
    ...lines,
    "",
    "If the digits are right, lower these prices in the version that runs now, and run this again.",
  ].join("\n");
}
