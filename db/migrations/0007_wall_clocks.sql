ALTER TABLE "events" ALTER COLUMN "starts_on" DROP EXPRESSION;--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "starts_on" SET DEFAULT '1970-01-01';--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "is_zone_unsettled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "starts_at_wall" timestamp;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "ends_at_wall" timestamp;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "sales_start_at_wall" timestamp;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "sales_end_at_wall" timestamp;--> statement-breakpoint
ALTER TABLE "ticket_types" ADD COLUMN "sales_start_at_wall" timestamp;--> statement-breakpoint
ALTER TABLE "ticket_types" ADD COLUMN "sales_end_at_wall" timestamp;--> statement-breakpoint
-- Rows that break the rule go on being sold and edited: it holds for every update of a row, also where it was not validated.
UPDATE "events" SET "is_zone_unsettled" = true WHERE "time_zone" !~ '^(UTC|(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)(/[A-Za-z][A-Za-z_-]*){1,2})$';--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_time_zone_is_place" CHECK ("events"."time_zone" ~ '^(UTC|(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)(/[A-Za-z][A-Za-z_-]*){1,2})$' or "events"."is_zone_unsettled") NOT VALID;--> statement-breakpoint
-- Whoever writes an instant with its wall clock says so by "quorix.wall_clocks", for the transaction. From anybody else,
-- that is the version before, a wall clock is forgotten where its instant moves. PostgreSQL's own zones decide only then.
CREATE FUNCTION "wall_clocks_of_event"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' AND current_setting('quorix.wall_clocks', true) IS DISTINCT FROM 'written' THEN
		IF (NEW.starts_at, NEW.time_zone) IS DISTINCT FROM (OLD.starts_at, OLD.time_zone) AND NEW.starts_at_wall IS NOT DISTINCT FROM OLD.starts_at_wall THEN
			NEW.starts_at_wall := NULL;
		END IF;
		IF (NEW.ends_at, NEW.time_zone) IS DISTINCT FROM (OLD.ends_at, OLD.time_zone) AND NEW.ends_at_wall IS NOT DISTINCT FROM OLD.ends_at_wall THEN
			NEW.ends_at_wall := NULL;
		END IF;
		IF (NEW.sales_start_at, NEW.time_zone) IS DISTINCT FROM (OLD.sales_start_at, OLD.time_zone) AND NEW.sales_start_at_wall IS NOT DISTINCT FROM OLD.sales_start_at_wall THEN
			NEW.sales_start_at_wall := NULL;
		END IF;
		IF (NEW.sales_end_at, NEW.time_zone) IS DISTINCT FROM (OLD.sales_end_at, OLD.time_zone) AND NEW.sales_end_at_wall IS NOT DISTINCT FROM OLD.sales_end_at_wall THEN
			NEW.sales_end_at_wall := NULL;
		END IF;
		IF NEW.time_zone <> OLD.time_zone THEN
			UPDATE ticket_types SET sales_start_at_wall = NULL, sales_end_at_wall = NULL
			WHERE event_id = NEW.id AND (sales_start_at_wall IS NOT NULL OR sales_end_at_wall IS NOT NULL);
		END IF;
	END IF;
	NEW.starts_on := coalesce(NEW.starts_at_wall, NEW.starts_at AT TIME ZONE NEW.time_zone)::date;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE FUNCTION "wall_clocks_of_ticket_type"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF current_setting('quorix.wall_clocks', true) IS DISTINCT FROM 'written' THEN
		IF NEW.sales_start_at IS DISTINCT FROM OLD.sales_start_at AND NEW.sales_start_at_wall IS NOT DISTINCT FROM OLD.sales_start_at_wall THEN
			NEW.sales_start_at_wall := NULL;
		END IF;
		IF NEW.sales_end_at IS DISTINCT FROM OLD.sales_end_at AND NEW.sales_end_at_wall IS NOT DISTINCT FROM OLD.sales_end_at_wall THEN
			NEW.sales_end_at_wall := NULL;
		END IF;
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
-- By columns: a booking moves counters of these rows, and must not pay for this.
CREATE TRIGGER "wall_clocks" BEFORE INSERT OR UPDATE OF "starts_at", "ends_at", "sales_start_at", "sales_end_at", "time_zone", "starts_at_wall", "starts_on" ON "events" FOR EACH ROW EXECUTE FUNCTION "wall_clocks_of_event"();--> statement-breakpoint
CREATE TRIGGER "wall_clocks" BEFORE UPDATE OF "sales_start_at", "sales_end_at" ON "ticket_types" FOR EACH ROW EXECUTE FUNCTION "wall_clocks_of_ticket_type"();
