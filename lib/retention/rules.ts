import { sql } from "drizzle-orm";
import { agedRows, type Batch, rowsOfEvents, wordsOfEvents } from "./batches";

export type RetentionRule = {
  /** In the names of steps and in the log. */
  name: string;
  /** An interval of PostgreSQL, from when a row is of no more use. */
  retentionPeriod: string;
  batch: Batch;
};

const due = sql`(select id from due)`;

/** What is cleaned up, and when. Everything else is kept: docs/architecture.md says what, and why. */
export const retentionRules: RetentionRule[] = [
  // Announcements that Inngest has. A week, to see in the database what was announced when something went wrong.
  {
    name: "outbox",
    retentionPeriod: "7 days",
    batch: agedRows({
      table: "outbox",
      since: "dispatched_at",
      change: sql`gone as (delete from outbox where id in ${due})`,
    }),
  },
  // What a sign-up typed becomes its user's by its link alone.
  {
    name: "sign-up-passwords",
    retentionPeriod: "0 days",
    batch: agedRows({
      table: "account_tokens",
      since: "expires_at",
      only: sql`hashed_password is not null`,
      change: sql`changed as (update account_tokens set hashed_password = null where id in ${due})`,
    }),
  },
  // None is good for longer than a day, so those that were used go, too: until then its page says what became of it.
  // Records of their mails go with them: without the link's row, nothing can be mailed again.
  {
    name: "account-tokens",
    retentionPeriod: "7 days",
    batch: agedRows({
      table: "account_tokens",
      since: "expires_at",
      change: sql`gone as (delete from account_tokens where id in ${due}),
        mails as (delete from email_deliveries where key in (select 'account-link:' || id from due))`,
    }),
  },
  // Where to a mail went is asked for while it may not have arrived. Its key stays, so that it never goes out again.
  {
    name: "mail-addresses",
    retentionPeriod: "90 days",
    batch: agedRows({
      table: "email_deliveries",
      key: "key",
      since: "sent_at",
      only: sql`"to" <> ''`,
      change: sql`changed as (update email_deliveries set "to" = '' where key in ${due})`,
    }),
  },
  // Those that somebody has retried or dismissed; the audit log says who. For a while, Inngest may tell of one again.
  {
    name: "failed-runs",
    retentionPeriod: "30 days",
    batch: agedRows({
      table: "failed_runs",
      since: "settled_at",
      change: sql`gone as (delete from failed_runs where id in ${due})`,
    }),
  },
  // Why somebody in line got nothing is asked while the event is talked about. Who got what, entries and bookings say.
  { name: "waitlist-decisions", retentionPeriod: "90 days", batch: rowsOfEvents("waitlist_decisions") },
  // Which door and which hand, until a yearly event has been held again. That somebody was in, the ticket says.
  { name: "scans", retentionPeriod: "13 months", batch: rowsOfEvents("scans") },
  // Searches find what is not over. Words come back with the event where it is given another date.
  { name: "event-words", retentionPeriod: "7 days", batch: wordsOfEvents },
];
