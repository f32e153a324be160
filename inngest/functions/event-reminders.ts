import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { fanOutEmails } from "@/inngest/fan-out";
import { listDueReminders } from "@/lib/notifications/due";

/** A sweep and not a sleep per booking: the date it looks at is the event's date now, however often it moved. */
export const eventReminders = inngest.createFunction(
  { id: "event-reminders", triggers: [cron("*/15 * * * *")], concurrency: 1 },
  ({ step }) => fanOutEmails(step, listDueReminders),
);
