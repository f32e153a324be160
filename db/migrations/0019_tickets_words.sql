DROP INDEX "tickets_search_idx";--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "tickets_words_idx" ON "tickets" USING gin ("search");