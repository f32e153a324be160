import { z } from "zod";

const typedValuesSchema = z.record(z.string(), z.string());

export const actionFailureSchema = z.object({
  ok: z.literal(false),
  code: z.string(),
  title: z.string().optional(),
  message: z.string(),
  next: z.object({ label: z.string(), href: z.string() }).optional(),
  fieldErrors: z.record(z.string(), z.string()).optional(),
  values: typedValuesSchema.optional(),
});

export const actionSuccessSchema = z.object({ ok: z.literal(true), values: typedValuesSchema.optional() });
