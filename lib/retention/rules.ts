import { type SQL, sql } from "drizzle-orm";
import { agedRows, type Batch, rowsOfEvents, wordsOfEvents } from "./batches";

export type Rule = {
  /** In the names of steps and in the log. */
  name: string;
  /** An interval of PostgreSQL, from when a row is of no more use. */
  keptFor: string;
  batch: Batch;
};

const due = (column: string): SQL => sql`(select ${sql.raw(column)} from due)`;

/** What is cleaned up, and when. Everything else is kept: docs/architecture.md says what, and why. */
export const rules: Rule[] = [
  // Announcements that Inngest has. A week, to see in the database what was announced when something went wrong.
  {
    name: "outbox",
    keptFor: "7 days",
    batch: agedRows("outbox", "dispatched_at", sql`gone as (delete from outbox where id in ${due("id")})`),
  },
  // What a sign-up typed is its user's by its link alone.
  {
    name: "sign-up-passwords",
    keptFor: "0 days",
    batch: agedRows(
      "account_tokens",
      "expires_at",
      sql`changed as (update account_tokens set hashed_password = null where id in ${due("id")})`,
      sql`hashed_password is not null`,
    ),
  },
  // Links that were used, too, as none is good for longer than a day: until then its page says what has become of it.
  // Their mails go with them: without its row, a link is mailed by nobody again.
  {
    name: "account-tokens",
    keptFor: "7 days",
    batch: agedRows(
      "account_tokens",
      "expires_at",
      sql`gone as (delete from account_tokens where id in ${due("id")}),
        mails as (delete from email_deliveries where key in ${due("'account-link:' || id")})`,
    ),
  },
  // Failed runs that somebody has retried or dismissed; the audit log says who. Inngest tells of a run once more for a while.
  {
    name: "failed-runs",
    keptFor: "30 days",
    batch: agedRows("failed_runs", "settled_at", sql`gone as (delete from failed_runs where id in ${due("id")})`),
  },
  // Why somebody in line got nothing is asked while the event is talked about. Who got what, entries and bookings say.
  { name: "waitlist-decisions", keptFor: "90 days", batch: rowsOfEvents("waitlist_decisions") },
  // Compared with those of the same event a year before, while its books are closed. That somebody was in, the ticket says.
  { name: "scans", keptFor: "13 months", batch: rowsOfEvents("scans") },
  // Searches find what is not over. Words come back with the event, where it is given another date.
  { name: "event-words", keptFor: "7 days", batch: wordsOfEvents },
];
