-- Apart from 0022: it locks what bookings write for as long as it takes to read them.
CREATE INDEX IF NOT EXISTS "bookings_intended_holders_idx" ON "bookings" USING btree ("event_id") WHERE intended_holders is not null;
