import { z } from "zod";
import { actionRefusalSchema } from "@/lib/organize/answers";
import { fieldNames } from "./fields";
import { importOptionsSchema } from "./options";
import { problemSchema } from "./problems";
import { questionsSchema } from "./questions";

const count = z.number();

const countsSchema = z.object({
  found: count,
  refused: count,
  duplicates: count,
  leftOut: count,
  /** What would become drafts, or has. */
  imported: count,
  /** Drafts and events from an earlier import, which stay as they are. */
  existing: count,
});

const formatSchema = z.enum(["table", "calendar"]);

const previewSchema = z.object({
  format: formatSchema,
  columns: z.array(z.object({ header: z.string(), samples: z.array(z.string()) })),
  mapping: z.partialRecord(z.enum(fieldNames), z.number()),
  questions: questionsSchema,
  counts: countsSchema,
  problems: z.array(problemSchema),
  /** The first drafts as they would become. */
  rows: z.array(
    z.object({
      row: z.number(),
      name: z.string(),
      startsAt: z.string(),
      endsAt: z.string(),
      timeZone: z.string(),
      place: z.string(),
      category: z.string(),
      capacity: z.string(),
      isAllDay: z.boolean(),
      /** "€12.50", "Free"; empty where it has none yet. */
      price: z.string(),
      currency: z.string(),
    }),
  ),
});

const importedSchema = z.object({
  format: formatSchema,
  counts: countsSchema,
  problems: z.array(problemSchema),
  /** The first of them, in the order of the file. */
  drafts: z.array(z.object({ slug: z.string(), name: z.string(), startsAt: z.string() })),
});

export const previewAnswerSchema = z.union([
  z.object({ ok: z.literal(true), preview: previewSchema }),
  actionRefusalSchema,
]);
export const importAnswerSchema = z.union([
  z.object({ ok: z.literal(true), imported: importedSchema }),
  actionRefusalSchema,
]);

export type PreviewAnswer = z.infer<typeof previewAnswerSchema>;
export type ImportAnswer = z.infer<typeof importAnswerSchema>;
export type ImportCounts = z.infer<typeof countsSchema>;
export type ImportFormat = z.infer<typeof formatSchema>;
export type Preview = z.infer<typeof previewSchema>;
export type PreviewRow = Preview["rows"][number];
export type Imported = z.infer<typeof importedSchema>;

/** Not the type of any form: a page elsewhere cannot send it without asking first. */
export const importRequestType = "application/vnd.quorix.import";

/** A line of JSON; the file follows, as it is. */
export const importRequestSchema = importOptionsSchema.extend({ organizer: z.string().max(200) });
export type ImportRequestOptions = z.infer<typeof importRequestSchema>;
