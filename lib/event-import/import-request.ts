import { type Body, parseJson } from "@/lib/requests/define-route";
import { failure, validationFailure } from "@/lib/requests/result";
import { IMPORT_CONTENT_TYPE, type ImportRequestOptions, importRequestSchema } from "./dto";
import { importLimits, MAX_FILE_SIZE_TEXT } from "./limits";

/** Of a request besides its file: answers about columns and zones. */
const MAX_OPTIONS_BYTES = 100_000;
const LINE_FEED = 10;

export type ImportRequest = { options: ImportRequestOptions; file: Uint8Array };

const malformedRequest = failure("INVALID", "This request is not one that Quorix can read. Load the page again.");

/** A line of JSON, and after it the file as it is. */
export const importBody: Body<ImportRequest> = {
  limit: importLimits.bytes + MAX_OPTIONS_BYTES,
  tooLargeMessage: `This file is larger than ${MAX_FILE_SIZE_TEXT}. Split it and import its parts.`,
  type: IMPORT_CONTENT_TYPE,
  read: (bytes) => {
    const end = bytes.indexOf(LINE_FEED);
    if (end === -1 || end > MAX_OPTIONS_BYTES) return malformedRequest;
    const options = parseJson(bytes.subarray(0, end));
    if (options === undefined) return malformedRequest;
    const parsed = importRequestSchema.safeParse(options);
    if (!parsed.success) return validationFailure(parsed.error);
    return { ok: true, body: { options: parsed.data, file: bytes.subarray(end + 1) } };
  },
};
