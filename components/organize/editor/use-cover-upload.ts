import { useRef, useState } from "react";
import { z } from "zod";
import { coverKey, coverTypes, MAX_COVER_BYTES } from "@/lib/media/cover-key";
import { unreachableFailure } from "@/lib/requests/result";
import { actionFailureSchema, actionSuccessSchema } from "@/lib/requests/result-schema";
import { coverField } from "@/texts/event-editor";

const responseSchema = z.union([actionSuccessSchema.extend({ key: coverKey }), actionFailureSchema]);
type CoverResponse = z.infer<typeof responseSchema>;

function parseResponse(text: string): CoverResponse {
  try {
    return responseSchema.parse(JSON.parse(text));
  } catch {
    return unreachableFailure;
  }
}

const coverUrl = (slug: string, name: "replaces" | "key", key: string | null) =>
  `/api/organize/events/${encodeURIComponent(slug)}/cover${key ? `?${new URLSearchParams({ [name]: key })}` : ""}`;

/** Uploads one picture at a time, with progress, which `fetch` does not report. */
export function useCoverUpload(slug: string | null, value: string | null, onChange: (key: string | null) => void) {
  const [progress, setProgress] = useState<number | null>(null);
  const [error, setError] = useState<string>();
  const request = useRef<XMLHttpRequest>(null);

  function settle(answer: CoverResponse) {
    request.current = null;
    setProgress(null);
    if (answer.ok) onChange(answer.key);
    else setError(answer.message);
  }

  function upload(file: File) {
    if (!slug || request.current) return;
    if (!coverTypes.includes(file.type)) return setError(coverField.wrongType);
    if (file.size > MAX_COVER_BYTES) {
      const megabytes = (file.size / 1024 / 1024).toLocaleString("en-GB", { maximumFractionDigits: 1 });
      return setError(coverField.tooLargeBy(megabytes));
    }
    setError(undefined);
    setProgress(0);
    const xhr = new XMLHttpRequest();
    request.current = xhr;
    xhr.upload.onprogress = ({ loaded, total }) => setProgress(total ? loaded / total : 0);
    xhr.onload = () => settle(parseResponse(xhr.responseText));
    xhr.onerror = () => settle(unreachableFailure);
    xhr.onabort = () => {
      request.current = null;
      setProgress(null);
    };
    xhr.open("POST", coverUrl(slug, "replaces", value));
    xhr.send(file);
  }

  function remove() {
    setError(undefined);
    onChange(null);
    // Fire and forget: files that an event still uses are removed when it is saved without them.
    if (slug && value) fetch(coverUrl(slug, "key", value), { method: "DELETE" }).catch(() => {});
  }

  return { progress, error, upload, remove, cancel: () => request.current?.abort() };
}
