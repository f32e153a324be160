CREATE INDEX IF NOT EXISTS "event_words_ranked_idx" ON "event_words" USING btree ("word","rank","starts_at","event_id","category","has_free","has_paid");--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "event_words_ranked_by_city_idx" ON "event_words" USING btree ("city","word","rank","starts_at","event_id","category","has_free","has_paid");--> statement-breakpoint
DROP INDEX "event_words_idx";--> statement-breakpoint
DROP INDEX "event_words_by_city_idx";
