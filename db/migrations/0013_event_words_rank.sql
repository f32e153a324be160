-- Apart from the table of events: who searches reads both, and would wait for both.
ALTER TABLE "event_words" ADD COLUMN "rank" smallint DEFAULT 3 NOT NULL;
