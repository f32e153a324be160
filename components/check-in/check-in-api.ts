import type { ScanRequest, SyncRequest, UndoRequest } from "@/lib/check-in/schema";
import type {
  CountersResponse,
  ManifestResponse,
  ScanResponse,
  SyncResponse,
  UndoResponse,
} from "@/lib/check-in/types";

export type Failure = {
  ok: false;
  /** `UNREACHABLE`: no response, or a timeout; the request may have been carried out. */
  code: "UNREACHABLE" | "SIGNED_OUT" | "REFUSED" | "INVALID";
};
type ApiResult<Body> = { ok: true; body: Body } | Failure;
type CachedResult<Body> = { ok: true; body: Body | null; etag: string | null } | Failure;

/** Short, as a person is waiting at the door: after it, the device decides. */
const SCAN_TIMEOUT_MS = 3_000;
const TIMEOUT_MS = 20_000;
/** For large lists and batches of scans. */
const LONG_TIMEOUT_MS = 60_000;

/** A client of one event's check-in routes. */
export function createCheckInApi(slug: string) {
  const path = `/api/organize/events/${encodeURIComponent(slug)}/check-in`;

  async function request(name: string, timeoutMs: number, init: RequestInit = {}): Promise<Response | null> {
    try {
      return await fetch(`${path}/${name}`, { ...init, cache: "no-store", signal: AbortSignal.timeout(timeoutMs) });
    } catch {
      return null;
    }
  }

  async function post<Body>(name: string, body: unknown, timeoutMs = TIMEOUT_MS): Promise<ApiResult<Body>> {
    const response = await request(name, timeoutMs, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return read<Body>(response);
  }

  async function get<Body>(name: string, etag: string | null, timeoutMs = TIMEOUT_MS): Promise<CachedResult<Body>> {
    const response = await request(name, timeoutMs, { headers: etag ? { "If-None-Match": etag } : {} });
    if (response?.status === 304) return { ok: true, body: null, etag };
    const answer = await read<Body>(response);
    return answer.ok ? { ...answer, etag: response?.headers.get("etag") ?? null } : answer;
  }

  return {
    /** `canDecide`: whether the device can decide offline, and so uses a short timeout. */
    scan: (scan: ScanRequest, { canDecide }: { canDecide: boolean }) =>
      post<ScanResponse>("scan", scan, canDecide ? SCAN_TIMEOUT_MS : TIMEOUT_MS),
    undo: (undo: UndoRequest) => post<UndoResponse>("undo", undo),
    settle: (scanId: string) => post<{ settled: boolean }>("settle", { scanId }),
    sync: (body: SyncRequest) => post<SyncResponse>("sync", body, LONG_TIMEOUT_MS),
    counters: (etag: string | null) => get<CountersResponse>("counters", etag),
    list: (since: string | null) =>
      get<ManifestResponse>(`list${since ? `?since=${encodeURIComponent(since)}` : ""}`, null, LONG_TIMEOUT_MS),
  };
}

export type CheckInApi = ReturnType<typeof createCheckInApi>;

async function read<Body>(response: Response | null): Promise<ApiResult<Body>> {
  if (!response) return { ok: false, code: "UNREACHABLE" };
  if (response.status === 401) return { ok: false, code: "SIGNED_OUT" };
  if (response.status === 403 || response.status === 404) return { ok: false, code: "REFUSED" };
  if (response.status >= 400 && response.status < 500) return { ok: false, code: "INVALID" };
  try {
    if (response.ok) return { ok: true, body: await response.json() };
  } catch {
    // The connection was lost during the response.
  }
  return { ok: false, code: "UNREACHABLE" };
}
