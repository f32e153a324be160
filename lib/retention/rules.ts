import { sql } from "drizzle-orm";
import { agedRows, type Batch, intendedHoldersOfEvents, rowsOfEvents, wordsOfEvents } from "./batches";

export type RetentionRule = {
  /** Part of step names and log entries. */
  name: string;
  /** A PostgreSQL interval. */
  retentionPeriod: string;
  batch: Batch;
};

const due = sql`(select id from due)`;

/** What is cleaned up, and when. Everything else is kept; docs/architecture.md explains why. */
export const retentionRules: RetentionRule[] = [
  // Dispatched announcements. Kept for a week, to investigate errors.
  {
    name: "outbox",
    retentionPeriod: "7 days",
    batch: agedRows({
      table: "outbox",
      since: "dispatched_at",
      change: sql`gone as (delete from outbox where id in ${due})`,
    }),
  },
  // A sign-up's password becomes the user's only through its link.
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
  // Links are valid for a day at most. Used and expired ones are kept for a while, as their page shows what happened.
  // The records of their emails are deleted with them: without the token, the email can't be sent again.
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
  // The recipient is useful only while an email may be missing. The key stays, so that it is never sent again.
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
  // A payment's own rows stay. One that no row knows is kept until a superuser has seen it.
  {
    name: "provider-events",
    retentionPeriod: "30 days",
    batch: agedRows({
      table: "provider_events",
      since: "handled_at",
      only: sql`(unknown_payment is null or reviewed_at is not null)`,
      change: sql`gone as (delete from provider_events where id in ${due})`,
    }),
  },
  // Retried and dismissed runs; the audit log has the actor. Inngest may report a run again for a while.
  {
    name: "failed-runs",
    retentionPeriod: "30 days",
    batch: agedRows({
      table: "failed_runs",
      since: "settled_at",
      change: sql`gone as (delete from failed_runs where id in ${due})`,
    }),
  },
  // The reasons of decisions are of interest around the event. Their outcomes stay in entries and bookings.
  { name: "waitlist-decisions", retentionPeriod: "90 days", batch: rowsOfEvents("waitlist_decisions") },
  // The names that were typed before paying. Tickets have their own.
  { name: "intended-holders", retentionPeriod: "30 days", batch: intendedHoldersOfEvents },
  // Device and person of each scan, until after the next edition of a yearly event. The ticket keeps the check-in.
  { name: "scans", retentionPeriod: "13 months", batch: rowsOfEvents("scans") },
  // Searches find events that have not ended. An event with a new date gets its words again.
  { name: "event-words", retentionPeriod: "7 days", batch: wordsOfEvents },
];
