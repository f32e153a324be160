-- Dropped first: who holds the lock for a new index and waits for that of a drop can meet a writer who waits for the first.
DROP INDEX "users_search_idx";--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "users_words_idx" ON "users" USING gin ("search");