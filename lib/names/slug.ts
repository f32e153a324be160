import { z } from "zod";

/** Letters of any script with their marks, digits and hyphens. */
export const SLUG = String.raw`[\p{L}\p{M}\p{N}-]{1,200}`;

export const eventSlug = z.string().regex(new RegExp(`^${SLUG}$`, "u"));
