CREATE EXTENSION IF NOT EXISTS unaccent;--> statement-breakpoint
-- "simple" with accents taken off, so that "Malmo" finds "Malmö". Named by a constant, a configuration is immutable and may stand in a generated column.
CREATE TEXT SEARCH CONFIGURATION "quorix" (COPY = simple);--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION "quorix" ALTER MAPPING FOR word, hword, hword_part, numword, numhword, hword_numpart WITH unaccent, simple;--> statement-breakpoint
ALTER TABLE "events" DROP COLUMN "search";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('quorix', name), 'A') || setweight(to_tsvector('quorix', summary), 'B') || setweight(to_tsvector('quorix', venue || ' ' || city), 'C')) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "events_search_idx" ON "events" USING gin ("search");
