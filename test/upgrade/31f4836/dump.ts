import postgres from "postgres";

/** In this order a row comes after all that it refers to. `event_words` is left out: the triggers write it. */
const tables = [
  "users",
  "accounts",
  "account_tokens",
  "organizers",
  "organizer_members",
  "team_invitations",
  "events",
  "ticket_types",
  "waiting_rooms",
  "bookings",
  "booking_items",
  "tickets",
  "scans",
  "waitlist_entries",
  "waitlist_decisions",
  "operations",
  "operation_recipients",
  "message_optouts",
  "outbox",
  "email_deliveries",
  "audit_log",
  "failed_runs",
];

/** The rows of every table as INSERT statements, one row a line, and where each sequence stands. */
export async function dump(url: string): Promise<string> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { TimeZone: "UTC" } });
  try {
    const known = await sql<{ name: string }[]>`
      select table_name as name from information_schema.tables where table_schema = 'public'`;
    const missing = known.map(({ name }) => name).filter((name) => ![...tables, "event_words"].includes(name));
    if (missing.length > 0) throw new Error(`not dumped: ${missing.join(", ")}`);
    const statements: string[] = [];
    for (const table of tables) {
      const columns = await sql<{ name: string; identity: boolean }[]>`
        select column_name as name, is_identity = 'YES' as identity from information_schema.columns
        where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`;
      const quoted = columns.map(({ name }) => `"${name}"`);
      const values = columns.map(({ name }) => `coalesce(quote_literal("${name}"::text), 'null')`).join(` || ', ' || `);
      const hasIdentity = columns.some(({ identity }) => identity);
      const order = hasIdentity ? "id" : "1";
      const rows = await sql.unsafe<{ row: string }[]>(`select ${values} as row from "${table}" order by ${order}`);
      if (rows.length === 0) throw new Error(`nothing in ${table}`);
      const overriding = hasIdentity ? " overriding system value" : "";
      const lines = rows.map(({ row }) => `(${row})`).join(",\n");
      statements.push(`insert into "${table}" (${quoted.join(", ")})${overriding} values\n${lines};`);
      if (hasIdentity) {
        statements.push(`select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from "${table}"));`);
      }
    }
    return `${statements.join("\n\n")}\n`;
  } finally {
    await sql.end();
  }
}
