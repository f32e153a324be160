import { z } from "zod";

/**
 * Text that all later readers can hold, with "\n" as line ends: forms post "\r\n". PostgreSQL stores no NUL, UTF-8 no
 * lone surrogate, and XML, as in workbooks, no other control characters and no noncharacters.
 */
export const toStorableText = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[\p{Surrogate}\p{Noncharacter_Code_Point}]/gu, "\uFFFD");

/** The schema to start from for every text field. */
export const typedText = () => z.string().overwrite(toStorableText).trim();
