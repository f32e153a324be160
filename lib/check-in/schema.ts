import { z } from "zod";
import { typedText } from "@/lib/text/typed-text";

export const MAX_DEVICE_NAME_LENGTH = 40;
/** The name of a device, such as "Door B". */
export const deviceNameSchema = typedText().min(1).max(MAX_DEVICE_NAME_LENGTH);

/** A ticket by its scanned or typed text, or by its fingerprint from the device's list. */
const ticket = z.union([
  z.strictObject({ text: z.string().max(200) }),
  z.strictObject({ fingerprint: z.string().regex(/^[\w-]{22}$/) }),
]);

export const scanSchema = z.object({
  /** An idempotency key from the device. */
  id: z.uuid(),
  ticket,
  device: deviceNameSchema,
  /** Confirmed by a second tap: lets in on a day that is not the event's. */
  anyDay: z.boolean(),
});

export const undoSchema = z.object({ id: z.uuid(), scanId: z.uuid(), device: deviceNameSchema });

const at = z.iso.datetime().transform((text) => new Date(text));

/** The steps of an offline device, in order. */
export const syncSchema = z.object({
  /** The device's clock at sending time, to correct the times of the steps. */
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
