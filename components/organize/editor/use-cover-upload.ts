import { useRef, useState } from "react";
import { z } from "zod";
import { coverKey, coverTypes, MAX_COVER_BYTES } from "@/lib/media/cover-key";
import { unreachableFailure } from "@/lib/requests/result";
import { actionFailureSchema, actionSuccessSchema } from "@/lib/requests/result-schema";

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

/** Sends a picture with progress, which `fetch` does not tell. One at a time. */
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
    if (!coverTypes.includes(file.type)) return setError("Choose a JPEG, PNG, WebP or AVIF picture.");
    if (file.size > MAX_COVER_BYTES) {
      const megabytes = (file.size / 1024 / 1024).toLocaleString("en-GB", { maximumFractionDigits: 1 });
      return setError(`This picture has ${megabytes} MB. Choose one of at most 8 MB.`);
    }
    setError(undefined);
    setProgress(0);
    const sending = new XMLHttpRequest();
    request.current = sending;
    sending.upload.onprogress = ({ loaded, total }) => setProgress(total ? loaded / total : 0);
    sending.onload = () => settle(parseResponse(sending.responseText));
    sending.onerror = () => settle(unreachableFailure);
    sending.onabort = () => {
      request.current = null;
      setProgress(null);
    };
    sending.open("POST", coverUrl(slug, "replaces", value));
    sending.send(file);
  }

  function remove() {
    setError(undefined);
    onChange(null);
    // Nobody waits for it: the files are removed if nothing uses them, else when the event is saved without them.
    if (slug && value) fetch(coverUrl(slug, "key", value), { method: "DELETE" }).catch(() => {});
  }

  return { progress, error, upload, remove, cancel: () => request.current?.abort() };
}
