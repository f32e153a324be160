import { type Body, jsonIn } from "@/lib/requests/define-route";
import { failure, invalidFields } from "@/lib/requests/result";
import { type ImportRequestOptions, importRequestSchema, importRequestType } from "./answers";
import { importLimits, largestFile } from "./limits";

/** Of a request besides its file: answers about columns and zones. */
const OPTIONS_BYTES = 100_000;
const LINE_FEED = 10;

export type ImportRequest = { options: ImportRequestOptions; file: Uint8Array };

const malformed = failure("INVALID", "This request is not one that Quorix can read. Load the page again.");

/** A line of JSON, and after it the file as it is. */
export const importBody: Body<ImportRequest> = {
  limit: importLimits.bytes + OPTIONS_BYTES,
  tooLarge: `This file is larger than ${largestFile}. Split it and import its parts.`,
  type: importRequestType,
  read: (bytes) => {
    const end = bytes.indexOf(LINE_FEED);
    if (end === -1 || end > OPTIONS_BYTES) return malformed;
    const options = jsonIn(bytes.subarray(0, end));
    if (options === undefined) return malformed;
    const parsed = importRequestSchema.safeParse(options);
    if (!parsed.success) return invalidFields(parsed.error);
    return { ok: true, body: { options: parsed.data, file: bytes.subarray(end + 1) } };
  },
};
