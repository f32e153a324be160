ALTER TABLE "tickets" ADD COLUMN "search" "tsvector" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "folding" smallint DEFAULT 0 NOT NULL;