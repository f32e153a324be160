ALTER TABLE "scans" ADD COLUMN "is_time_corrected" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "scans" ADD COLUMN "is_conflict" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "scans" ADD COLUMN "settled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "scans" ADD COLUMN "settled_by" bigint;--> statement-breakpoint
ALTER TABLE "scans" ADD COLUMN "undoes" uuid;--> statement-breakpoint
ALTER TABLE "scans" ADD CONSTRAINT "scans_settled_by_users_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "scans_undoes_idx" ON "scans" USING btree ("undoes") WHERE undoes is not null;--> statement-breakpoint
CREATE INDEX "scans_open_conflicts_idx" ON "scans" USING btree ("event_id","scanned_at") WHERE is_conflict and settled_at is null;--> statement-breakpoint
-- Each earlier undo took back the last admission of its ticket before it.
UPDATE "scans" u SET "undoes" = (
	SELECT s.id FROM scans s WHERE s.ticket_id = u.ticket_id AND s.outcome = 'admitted' AND s.recorded_at <= u.recorded_at
	ORDER BY s.recorded_at DESC LIMIT 1
) WHERE u.outcome = 'undone';
