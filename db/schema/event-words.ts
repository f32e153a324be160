import { boolean, index, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { foreignKey, instant } from "./columns";

/**
 * What published events are found by: a row for each word of an event, and one for "" that stands for any. Every search
 * walks one of these indexes in the order of its answer, rank by rank, and stops when its page is full, however many events there are.
 * Written by triggers on events and ticket_types and by nothing else, hence no foreign key: it would cost a third index.
 */
export const eventWords = pgTable(
  "event_words",
  {
    /** Made collate "C" by its migration: the beginning of a word is then a range, whatever the database's collation. */
    word: text("word").notNull(),
    /** Where the event has the word: 1 in its title, 2 in its place, 3 in what is said about it. Of "", 3. */
    rank: smallint("rank").notNull().default(3),
    city: text("city").notNull(),
    startsAt: instant("starts_at").notNull(),
    eventId: foreignKey("event_id").notNull(),
    category: text("category").notNull(),
    /** Some ticket type costs nothing. */
    hasFree: boolean("has_free").notNull(),
    /** Some ticket type costs something. */
    hasPaid: boolean("has_paid").notNull(),
  },
  (t) => [
    // The last three are only filtered by: with them in the index, no row is read to be passed over.
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
