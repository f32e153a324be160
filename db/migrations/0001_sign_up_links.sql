ALTER TABLE "account_tokens" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "account_tokens" ADD COLUMN "hashed_password" text;--> statement-breakpoint
ALTER TABLE "account_tokens" ADD COLUMN "time_zone" text;