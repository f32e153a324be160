import { connect } from "@/db/connect";
import { makeEvent } from "@/test/factories";

/** Run in the folder of the commit that is drilled, whose own code knows its tables: `event-cli.ts <database> <count>`. */
const [databaseUrl = "", count = "1"] = process.argv.slice(2);
const { db, close } = connect(databaseUrl, { max: 1 });
const made: unknown[] = [];
for (let left = Number(count); left > 0; left -= 1) {
  const { id, slug, ticketTypes } = await makeEvent(db, { capacity: 100_000, ticketTypes: [{ price: 2_500 }] });
  made.push({ eventId: id, slug, ticketTypeCode: ticketTypes[0]?.code });
}
await close();
process.stdout.write(JSON.stringify(made));
