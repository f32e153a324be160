CREATE TABLE "amount_conversions" (
	"currency" char(3) PRIMARY KEY NOT NULL,
	"written_with" smallint,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "converted_amounts" (
	"table_name" text NOT NULL,
	"row_id" bigint NOT NULL,
	CONSTRAINT "converted_amounts_table_name_row_id_pk" PRIMARY KEY("table_name","row_id")
);
--> statement-breakpoint
-- Written by versions that asked the runtime how many digits a currency has. Those whose answers differ from ISO 4217's are noted where an amount is stored.
INSERT INTO "amount_conversions" ("currency")
SELECT "currency" FROM (
	SELECT e."currency" FROM "ticket_types" t JOIN "events" e ON e."id" = t."event_id" WHERE t."price" > 0
	UNION SELECT b."currency" FROM "booking_items" i JOIN "bookings" b ON b."id" = i."booking_id" WHERE i."unit_price" > 0
	UNION SELECT "currency" FROM "bookings" WHERE "total_price" > 0
	UNION SELECT b."currency" FROM "audit_log" a JOIN "bookings" b ON b."id" = a."booking_id" WHERE a."action" = 'booking.moved' AND a."detail" @? '$.before[*][2] ? (@ > 0)'
) stored
WHERE "currency" IN ('AFN', 'ALL', 'COP', 'HUF', 'IDR', 'IQD', 'IRR', 'KPW', 'LAK', 'LBP', 'MGA', 'MMK', 'PKR', 'RSD', 'SOS', 'SYP', 'YER');
