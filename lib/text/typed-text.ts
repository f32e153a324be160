import { z } from "zod";

/**
 * Typed text as everything that reads it later can hold it, with one kind of line ends: forms are posted with another.
 * PostgreSQL stores no NUL, UTF-8 no half of a surrogate pair, and XML, which workbooks are made of, neither of the
 * other control characters nor what Unicode has set aside as no character.
 */
export const toStorableText = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[\p{Surrogate}\p{Noncharacter_Code_Point}]/gu, "\uFFFD");

/** What every field that people type into begins with. */
export const typedText = () => z.string().overwrite(toStorableText).trim();
