import { type Body, parseJson } from "@/lib/requests/define-route";
import { failure, validationFailure } from "@/lib/requests/result";
import { fileErrors } from "@/texts/import-problems";
import { IMPORT_CONTENT_TYPE, type ImportRequestOptions, importRequestSchema } from "./dto";
import { importLimits, MAX_FILE_SIZE_TEXT } from "./limits";

/** The part of a request before the file: settings and answers. */
const MAX_OPTIONS_BYTES = 100_000;
const LINE_FEED = 10;

export type ImportRequest = { options: ImportRequestOptions; file: Uint8Array };

const malformedRequest = failure("INVALID", fileErrors.malformedRequest);

/** One line of JSON, followed by the file. */
export const importBody: Body<ImportRequest> = {
  limit: importLimits.bytes + MAX_OPTIONS_BYTES,
  tooLargeMessage: fileErrors.tooLarge(MAX_FILE_SIZE_TEXT),
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
