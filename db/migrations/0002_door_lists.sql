ALTER TABLE "tickets" ADD COLUMN "changed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "tickets_by_event_and_change_idx" ON "tickets" USING btree ("event_id","changed_at");--> statement-breakpoint
CREATE INDEX "tickets_by_fingerprint_idx" ON "tickets" USING btree ("event_id",substring(sha256(code::bytea) from 1 for 16));