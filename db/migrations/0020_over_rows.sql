CREATE INDEX IF NOT EXISTS "email_deliveries_addressed_idx" ON "email_deliveries" USING btree ("sent_at") WHERE sent_at is not null and "to" <> '';--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "failed_runs_settled_idx" ON "failed_runs" USING btree ("settled_at") WHERE settled_at is not null;--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "account_tokens_expiry_idx" ON "account_tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "account_tokens_passwords_idx" ON "account_tokens" USING btree ("expires_at") WHERE hashed_password is not null;