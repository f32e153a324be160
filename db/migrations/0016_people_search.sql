-- Apart from the table of tickets: bookings write both, and would wait for both.
ALTER TABLE "users" ADD COLUMN "search" "tsvector" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "folding" smallint DEFAULT 0 NOT NULL;