ALTER TABLE "events" ADD COLUMN "import_aliases" text[];--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "import_content" jsonb;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "import_hash" text;