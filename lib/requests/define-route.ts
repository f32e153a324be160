import "server-only";
import { unstable_rethrow } from "next/navigation";
import { NextRequest } from "next/server";
import type { z } from "zod";
import { errorCode, isConnectionLost } from "@/db/errors";
import { log } from "@/lib/log";
import { routeParams } from "@/lib/names/route-params";
import { checkLimit, type Limit } from "@/lib/redis/rate-limit";
import { siteUrl } from "@/lib/site-url";
import { requestFailures } from "@/texts/site";
import { readBody } from "./read-body";
import { type ActionFailure, type ActionResult, failure, rateLimitFailure, validationFailure } from "./result";

/** The parameters that a path such as `/api/events/[slug]/mine` names. */
type Params<Path extends string> = Path extends `${infer Head}/${infer Tail}`
  ? Params<Head> & Params<Tail>
  : Path extends `[...${infer Name}]`
    ? { [key in Name]: string[] }
    : Path extends `[${infer Name}]`
      ? { [key in Name]: string }
      : object;

type RouteParams<Path extends string> = { params: Promise<Params<Path>> };
type RouteContext<Path extends string> = { request: NextRequest; params: Params<Path> };
type Allowed<Access> = Extract<Access, { ok: true }>;

/** How a body is read. */
export type Body<Content> = {
  /** In bytes, whatever the headers say. */
  limit: number;
  /** The media type; any other is refused before the body is read. */
  type?: string;
  read: (bytes: Buffer<ArrayBuffer>, request: NextRequest) => { ok: true; body: Content } | ActionFailure;
  /** Replaces the usual message for a body above the limit. */
  tooLargeMessage?: string;
};

type Definition<Path extends string, Access extends { ok: boolean }, Content> = {
  /** Refuses requests from pages of other sites, which browsers name in a header. */
  sameOriginOnly?: boolean;
  access?: (context: RouteContext<Path>) => Promise<Access>;
  limit?: (context: RouteContext<Path> & NoInfer<Allowed<Access>>) => Limit;
  body?: Body<Content>;
  run: (context: RouteContext<Path> & NoInfer<Allowed<Access>> & { body: NoInfer<Content> }) => Promise<Response>;
  /** For failures that are not returned as JSON. */
  toErrorResponse?: (failure: ActionFailure, status: number) => Response;
};

/**
 * A route handler. Checks the origin of the request, access and the rate limit before it reads the body: a client that
 * may not send a body can't fill memory, nor learn what it has to look like.
 */
export function defineRoute<
  const Path extends string,
  Access extends { ok: boolean } = { ok: true },
  Content = undefined,
>(path: Path, definition: Definition<Path, Access, Content>) {
  const { sameOriginOnly, access, limit, body, run, toErrorResponse = failureResponse } = definition;

  async function answer(request: NextRequest, context: RouteParams<Path> | undefined): Promise<Response> {
    const refused = (reason: ActionFailure) => toErrorResponse(reason, statusFor(reason.code));
    const params = (
      context && path.includes("[")
        ? await routeParams(context.params as unknown as Promise<Record<string, string>>)
        : {}
    ) as Params<Path>;
    if (sameOriginOnly && !isSameOrigin(request)) return refused(failure("OTHER_SITE", requestFailures.otherSite));
    const granted = access ? await access({ request, params }) : { ok: true };
    if (!granted.ok) return refused(granted as unknown as ActionFailure);
    const routeContext = { request, params, ...(granted as Allowed<Access>) };
    if (limit) {
      const counted = await checkLimit(limit(routeContext), request.headers);
      if (!counted.ok) {
        const response = refused(rateLimitFailure(counted.retryInMinutes));
        response.headers.set("Retry-After", String(counted.retryInSeconds));
        return response;
      }
    }
    if (!body) return run({ ...routeContext, body: undefined as Content });
    const content = await readContent(request, body);
    return content.ok ? run({ ...routeContext, body: content.body }) : refused(content);
  }

  return async (request: NextRequest, context?: RouteParams<Path>): Promise<Response> => {
    try {
      return await answer(request, context);
    } catch (error) {
      unstable_rethrow(error);
      if (!isConnectionLost(error)) throw error;
      log.warn("request.database.lost", { code: errorCode(error) });
      return unreachableResponse();
    }
  };
}

const RETRY_AFTER_SECONDS = 1;

/** The request may have been carried out: the connection may have been lost after the commit. */
function unreachableResponse() {
  const headers = { "Retry-After": String(RETRY_AFTER_SECONDS), "Cache-Control": "no-store" };
  return Response.json({ code: "UNKNOWN", retryAfterSeconds: RETRY_AFTER_SECONDS }, { status: 503, headers });
}

function isSameOrigin(request: NextRequest) {
  const site = request.headers.get("sec-fetch-site");
  if (site && site !== "same-origin") return false;
  return request.method === "GET" || request.headers.get("origin") === siteUrl();
}

async function readContent<Content>(request: NextRequest, { limit, type, read, tooLargeMessage }: Body<Content>) {
  if (type && mediaType(request) !== type) return failure("UNSUPPORTED_TYPE", requestFailures.wrongType(type));
  const bytes = await readBody(request, limit);
  if (bytes) return read(bytes, request);
  return failure("TOO_LARGE", tooLargeMessage ?? requestFailures.tooLarge(limit.toLocaleString("en-GB")));
}

const mediaType = (request: NextRequest) => request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();

/** A body of JSON in the shape of `schema`. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema, limit: number): Body<z.output<Schema>> {
  return {
    limit,
    type: "application/json",
    read: (bytes) => {
      const parsed = schema.safeParse(parseJson(bytes));
      return parsed.success ? { ok: true, body: parsed.data } : validationFailure(parsed.error);
    },
  };
}

/** Undefined for text that is not JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

export function bytesBody(limit: number, tooLargeMessage?: string): Body<Buffer<ArrayBuffer>> {
  return { limit, read: (bytes) => ({ ok: true, body: bytes }), ...(tooLargeMessage ? { tooLargeMessage } : {}) };
}

/** A body for the handler of a library that parses it without error handling: JSON is checked here. */
export function bufferedBody(limit: number): Body<Buffer<ArrayBuffer>> {
  return {
    limit,
    read: (bytes, request) => {
      const isJson = request.headers.get("content-type")?.includes("application/json") ?? false;
      const isBroken = isJson && bytes.length > 0 && parseJson(bytes) === undefined;
      return isBroken ? failure("INVALID", requestFailures.notJson) : { ok: true, body: bytes };
    },
  };
}

/** A copy of the request, for a handler that reads the body again. */
export function rebuildRequest({ url, method, headers }: NextRequest, body: Buffer<ArrayBuffer>): NextRequest {
  return new NextRequest(url, { method, headers, body: body.length > 0 ? body : null });
}

const statuses: Record<string, number> = {
  INVALID: 400,
  SIGNED_OUT: 401,
  OTHER_SITE: 403,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  TOO_LARGE: 413,
  UNSUPPORTED_TYPE: 415,
  TOO_MANY_ATTEMPTS: 429,
};

/** Other codes are results of a use case, and no error of the request. */
const statusFor = (code: string) => statuses[code] ?? 200;

const noStoreHeaders = { "Cache-Control": "private, no-store" };

const failureResponse = (reason: ActionFailure, status: number) =>
  Response.json(reason, { status, headers: noStoreHeaders });

export function respondWith(result: ActionResult): Response {
  return Response.json(result, { status: result.ok ? 200 : statusFor(result.code), headers: noStoreHeaders });
}
