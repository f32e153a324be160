ALTER TABLE "events" ALTER COLUMN "search" DROP EXPRESSION;--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "search" SET DEFAULT '';--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "folding" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE OR REPLACE FUNCTION "write_event_words"("ids" bigint[]) RETURNS void LANGUAGE sql AS $$
	INSERT INTO event_words (word, rank, city, starts_at, event_id, category, has_free, has_paid)
	SELECT w.word, w.rank, e.city, e.starts_at, e.id, e.category, p.free, p.paid
	FROM events e
	CROSS JOIN LATERAL (
		SELECT coalesce(bool_or(price = 0), false) AS free, coalesce(bool_or(price > 0), false) AS paid
		FROM ticket_types WHERE event_id = e.id
	) p
	CROSS JOIN LATERAL (
		SELECT lexeme AS word, CASE weights[1] WHEN 'A' THEN 1 WHEN 'B' THEN 2 ELSE 3 END AS rank FROM unnest(e.search)
		UNION ALL SELECT '', 3
	) w
	WHERE e.id = ANY (ids) AND e.status = 'published'
$$;--> statement-breakpoint
-- By what is written now, and no more by what it was made from.
CREATE OR REPLACE TRIGGER "event_words_on_update" AFTER UPDATE OF "search", "city", "category", "starts_at", "status" ON "events" FOR EACH ROW
	WHEN ((OLD.search, OLD.city, OLD.category, OLD.starts_at, OLD.status) IS DISTINCT FROM (NEW.search, NEW.city, NEW.category, NEW.starts_at, NEW.status))
	EXECUTE FUNCTION "event_words_of_changed_event"();
