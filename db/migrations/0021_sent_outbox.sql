-- Apart from those of other tables: bookings write it.
CREATE INDEX IF NOT EXISTS "outbox_dispatched_idx" ON "outbox" USING btree ("dispatched_at") WHERE dispatched_at is not null;