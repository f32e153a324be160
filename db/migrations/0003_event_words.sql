CREATE TABLE "event_words" (
	"word" text COLLATE "C" NOT NULL,
	"city" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"event_id" bigint NOT NULL,
	"category" text NOT NULL,
	"has_free" boolean NOT NULL,
	"has_paid" boolean NOT NULL
);
--> statement-breakpoint
CREATE INDEX "event_words_idx" ON "event_words" USING btree ("word","starts_at","event_id","category","has_free","has_paid");--> statement-breakpoint
CREATE INDEX "event_words_by_city_idx" ON "event_words" USING btree ("city","word","starts_at","event_id","category","has_free","has_paid");--> statement-breakpoint
CREATE INDEX "events_featured_idx" ON "events" USING btree ("starts_at","id") WHERE status = 'published' and is_featured;--> statement-breakpoint
CREATE FUNCTION "write_event_words"("ids" bigint[]) RETURNS void LANGUAGE sql AS $$
	INSERT INTO event_words (word, city, starts_at, event_id, category, has_free, has_paid)
	SELECT w.word, e.city, e.starts_at, e.id, e.category, p.free, p.paid
	FROM events e
	CROSS JOIN LATERAL (
		SELECT coalesce(bool_or(price = 0), false) AS free, coalesce(bool_or(price > 0), false) AS paid
		FROM ticket_types WHERE event_id = e.id
	) p
	CROSS JOIN LATERAL unnest(array_append(tsvector_to_array(e.search), '')) AS w (word)
	WHERE e.id = ANY (ids) AND e.status = 'published'
$$;--> statement-breakpoint
CREATE FUNCTION "price_event_words"("ids" bigint[]) RETURNS void LANGUAGE sql AS $$
	UPDATE event_words ew SET has_free = p.free, has_paid = p.paid
	FROM (
		SELECT e.id, e.starts_at, e.search, coalesce(bool_or(t.price = 0), false) AS free, coalesce(bool_or(t.price > 0), false) AS paid
		FROM events e LEFT JOIN ticket_types t ON t.event_id = e.id
		WHERE e.id = ANY (ids) AND e.status = 'published' GROUP BY e.id
	) p
	CROSS JOIN LATERAL unnest(array_append(tsvector_to_array(p.search), '')) AS w (word)
	WHERE ew.word = w.word AND ew.starts_at = p.starts_at AND ew.event_id = p.id
		AND (ew.has_free, ew.has_paid) IS DISTINCT FROM (p.free, p.paid)
$$;--> statement-breakpoint
CREATE FUNCTION "event_words_of_new_events"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM write_event_words(array(SELECT id FROM made WHERE status = 'published'));
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "event_words_of_changed_event"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM event_words
	WHERE word = ANY (array_append(tsvector_to_array(OLD.search), '')) AND starts_at = OLD.starts_at AND event_id = OLD.id;
	IF TG_OP = 'UPDATE' THEN
		PERFORM write_event_words(ARRAY[NEW.id]);
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "event_words_of_ticket_types"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM price_event_words(array(SELECT DISTINCT event_id FROM touched));
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "event_words_of_changed_price"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM price_event_words(ARRAY[NEW.event_id]);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "event_words_on_insert" AFTER INSERT ON "events" REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION "event_words_of_new_events"();--> statement-breakpoint
-- By columns: a booking moves counters of its event, and must not pay for this.
CREATE TRIGGER "event_words_on_update" AFTER UPDATE OF "name", "summary", "venue", "city", "category", "starts_at", "status" ON "events" FOR EACH ROW
	WHEN ((OLD.search, OLD.city, OLD.category, OLD.starts_at, OLD.status) IS DISTINCT FROM (NEW.search, NEW.city, NEW.category, NEW.starts_at, NEW.status))
	EXECUTE FUNCTION "event_words_of_changed_event"();--> statement-breakpoint
CREATE TRIGGER "event_words_on_delete" AFTER DELETE ON "events" FOR EACH ROW EXECUTE FUNCTION "event_words_of_changed_event"();--> statement-breakpoint
CREATE TRIGGER "event_words_on_insert" AFTER INSERT ON "ticket_types" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "event_words_of_ticket_types"();--> statement-breakpoint
CREATE TRIGGER "event_words_on_delete" AFTER DELETE ON "ticket_types" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "event_words_of_ticket_types"();--> statement-breakpoint
CREATE TRIGGER "event_words_on_update" AFTER UPDATE OF "price" ON "ticket_types" FOR EACH ROW WHEN (OLD.price IS DISTINCT FROM NEW.price) EXECUTE FUNCTION "event_words_of_changed_price"();--> statement-breakpoint
SELECT write_event_words(array(SELECT id FROM events));
