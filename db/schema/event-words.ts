import { boolean, index, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { foreignKey, instant } from "./columns";

/**
 * The search index of published events: a row for each word of an event, and one for "" that stands for any. Every search
 * scans one of these indexes in the order of its results, rank by rank, and stops when its page is full.
 * Written by triggers on events and ticket_types and by nothing else, hence no foreign key: it would cost a third index.
 */
export const eventWords = pgTable(
  "event_words",
  {
    /** Its migration sets collate "C": a prefix is then a range, whatever the database's collation. */
    word: text("word").notNull(),
    /** Where the event has the word: 1 in its title, 2 in its place, 3 in what is said about it. Of "", 3. */
    rank: smallint("rank").notNull().default(3),
    city: text("city").notNull(),
    startsAt: instant("starts_at").notNull(),
    eventId: foreignKey("event_id").notNull(),
    category: text("category").notNull(),
    /** Has a free ticket type. */
    hasFree: boolean("has_free").notNull(),
    /** Has a paid ticket type. */
    hasPaid: boolean("has_paid").notNull(),
  },
  (t) => [
    // The last three are only filters: with them in the index, no rows are read to be skipped.
    index("event_words_ranked_idx").on(t.word, t.rank, t.startsAt, t.eventId, t.category, t.hasFree, t.hasPaid),
    index("event_words_ranked_by_city_idx").on(
      t.city,
      t.word,
      t.rank,
      t.startsAt,
      t.eventId,
      t.category,
      t.hasFree,
      t.hasPaid,
    ),
  ],
);
