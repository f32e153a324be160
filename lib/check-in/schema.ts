import { z } from "zod";
import { typedText } from "@/lib/text/typed-text";

/** A device's own name, such as "Door B". */
export const deviceNameSchema = typedText().min(1).max(40);

/** A ticket as it was scanned or typed, or as the device's list names it. */
const ticket = z.union([
  z.strictObject({ text: z.string().max(200) }),
  z.strictObject({ fingerprint: z.string().regex(/^[\w-]{22}$/) }),
]);

export const scanSchema = z.object({
  /** Made by the device: a scan that is sent twice is one scan. */
  id: z.uuid(),
  ticket,
  device: deviceNameSchema,
  /** Somebody tapped a second time, to let in on a day that is not the event's. */
  anyDay: z.boolean(),
});

export const undoSchema = z.object({ id: z.uuid(), scanId: z.uuid(), device: deviceNameSchema });

const at = z.iso.datetime().transform((text) => new Date(text));

/** What a device did without a network, in the order in which it did it. */
export const syncSchema = z.object({
  /** What its clock shows while it sends: by this a wrong one is put right. */
  sentAt: at.optional(),
  steps: z
    .array(
      z.discriminatedUnion("kind", [
        scanSchema.extend({ kind: z.literal("scan"), at }),
        undoSchema.extend({ kind: z.literal("undo"), at }),
      ]),
    )
    .max(100),
});

export const resolveConflictSchema = z.object({ scanId: z.uuid() });
export const resolveConflictActionSchema = resolveConflictSchema.extend({ slug: z.string() });

export const manifestRequestSchema = z.object({ since: z.iso.datetime({ offset: true }).nullable() });

export type TicketIdentifier = z.infer<typeof ticket>;
export type ScanRequest = z.infer<typeof scanSchema>;
export type UndoRequest = z.infer<typeof undoSchema>;
export type SyncRequest = z.input<typeof syncSchema>;
