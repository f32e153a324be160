import type { Sql } from "postgres";
import { log } from "@/lib/log";
import { minorDigits } from "@/lib/money/currencies";
import { amountColumns } from "./amount-columns";
import { readStoredAmounts } from "./check";
import { MigrationStoppedError } from "./migration-stopped-error";

/**
 * Brings the amounts of every noted currency to the digits of `lib/money/currencies.ts`. A row is converted and noted in
 * one statement, so whatever interrupts it, running it again goes on and converts no row twice. Under the migrator's lock.
 */
export async function convertStoredAmounts(sql: Sql, stated: Map<string, number>, rowsAtOnce: number): Promise<void> {
  const open = await sql<{ currency: string; writtenWith: number | null }[]>`
    select currency, written_with as "writtenWith" from amount_conversions where finished_at is null order by currency`;
  for (const { currency, writtenWith } of open) {
    const digits = writtenWith ?? stated.get(currency);
    const isStored = (await readStoredAmounts(sql, true)).some((stored) => stored.currency === currency);
    // Priced for the first time between the check and the migration: by a version that still sells.
    if (digits === undefined && isStored)
      throw new MigrationStoppedError(`Amounts in ${currency} were stored meanwhile. Stop sales, and run this again.`);
    await sql`update amount_conversions set written_with = ${digits ?? null} where currency = ${currency}`;
    const factor = 10 ** (minorDigits(currency) - (digits ?? 0));
    const rows = factor === 1 || !isStored ? 0 : await convertCurrency(sql, currency, factor, rowsAtOnce);
    await sql`update amount_conversions set finished_at = now() where currency = ${currency}`;
    log.info("database.amounts.converted", { currency, writtenWith: digits ?? null, rows });
  }
}

async function convertCurrency(sql: Sql, currency: string, factor: number, rowsAtOnce: number): Promise<number> {
  let rows = 0;
  for (const place of amountColumns) {
    let after = 0;
    for (;;) {
      const converted = await sql.unsafe<{ id: string }[]>(
        `with next as (
           select r.id from ${place.rows} and ${place.currency} = $1 and r.id > $2::bigint
           and not exists (select from converted_amounts c where c.table_name = '${place.table}' and c.row_id = r.id)
           order by r.id limit $3
         ), noted as (
           insert into converted_amounts (table_name, row_id) select '${place.table}', id from next returning row_id
         )
         update ${place.table} r set ${place.set("$4::bigint")} from noted where r.id = noted.row_id returning r.id`,
        [currency, after, rowsAtOnce, factor],
      );
      if (converted.length === 0) break;
      rows += converted.length;
      after = Math.max(...converted.map(({ id }) => Number(id)));
    }
  }
  return rows;
}
