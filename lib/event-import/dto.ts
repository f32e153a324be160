import { z } from "zod";
import { actionFailureSchema, actionSuccessSchema } from "@/lib/requests/result-schema";
import { fieldNames } from "./fields";
import { importOptionsSchema } from "./options";
import { problemSchema } from "./problems";
import { questionsSchema } from "./questions";
import { reimportSchema } from "./reimport-options";

const count = z.number();

const countsSchema = z.object({
  found: count,
  refused: count,
  duplicates: count,
  leftOut: count,
  /** New drafts. */
  imported: count,
  /** Events that exist already, including changed ones. */
  existing: count,
  /** Existing events with changes; after an import, those that were updated. */
  changed: count,
  /** Possible duplicates: skipped until the organizer decides. */
  asked: count,
});

const formatSchema = z.enum(["table", "calendar"]);

const existingEventSchema = z.object({
  slug: z.string(),
  name: z.string(),
  status: z.enum(["draft", "published", "cancelled"]),
  /** ISO. */
  startsAt: z.string(),
  timeZone: z.string(),
  place: z.string(),
});

const reimportPreviewSchema = z.object({
  /** How many drafts adopt the file's changes by default. */
  drafts: count,
  changes: z.array(
    z.object({
      row: z.number(),
      here: existingEventSchema,
      version: z.number(),
      differences: z.array(z.object({ label: z.string(), before: z.string(), after: z.string(), stays: z.boolean() })),
      isSure: z.boolean(),
      moves: z.boolean(),
      people: count,
    }),
  ),
  asked: z.array(
    z.object({
      row: z.number(),
      key: z.string(),
      name: z.string(),
      startsAt: z.string(),
      timeZone: z.string(),
      place: z.string(),
      why: z.enum(["moved", "alike"]),
      candidates: z.array(existingEventSchema),
    }),
  ),
  cancelled: z.array(z.object({ row: z.number(), here: existingEventSchema })),
});

const previewSchema = z.object({
  format: formatSchema,
  columns: z.array(z.object({ header: z.string(), samples: z.array(z.string()) })),
  mapping: z.partialRecord(z.enum(fieldNames), z.number()),
  questions: questionsSchema,
  counts: countsSchema,
  problems: z.array(problemSchema),
  /** Events that were imported before; the first of each kind. */
  again: reimportPreviewSchema,
  /** The first new drafts. */
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
      /** "€12.50", "Free"; empty if there is no price yet. */
      price: z.string(),
      currency: z.string(),
    }),
  ),
});

const importSummarySchema = z.object({
  format: formatSchema,
  counts: countsSchema,
  problems: z.array(problemSchema),
  /** The first ones, in the order of the file. */
  drafts: z.array(z.object({ slug: z.string(), name: z.string(), startsAt: z.string() })),
});

export const previewResponseSchema = z.union([
  actionSuccessSchema.extend({ preview: previewSchema }),
  actionFailureSchema,
]);
export const importResponseSchema = z.union([
  actionSuccessSchema.extend({ imported: importSummarySchema }),
  actionFailureSchema,
]);

export type PreviewResponse = z.infer<typeof previewResponseSchema>;
export type ImportResponse = z.infer<typeof importResponseSchema>;
export type ReimportPreview = z.infer<typeof reimportPreviewSchema>;
export type ExistingEvent = z.infer<typeof existingEventSchema>;
export type ImportCounts = z.infer<typeof countsSchema>;
export type ImportFormat = z.infer<typeof formatSchema>;
export type ImportPreview = z.infer<typeof previewSchema>;
export type PreviewRow = ImportPreview["rows"][number];
export type ImportSummary = z.infer<typeof importSummarySchema>;

/** No form can have this type, so other sites need a CORS preflight to send it. */
export const IMPORT_CONTENT_TYPE = "application/vnd.quorix.import";

/** One line of JSON, followed by the file. */
export const importRequestSchema = importOptionsSchema.extend({
  organizer: z.string().max(200),
  again: reimportSchema,
});
export type ImportRequestOptions = z.infer<typeof importRequestSchema>;
