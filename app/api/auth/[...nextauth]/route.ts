import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { isHttpUrl } from "@/lib/auth/callback-path";
import { authOptions } from "@/lib/auth/options";
import { bufferedBody, defineRoute, rebuildRequest } from "@/lib/requests/define-route";
import { failure } from "@/lib/requests/result";
import { siteUrl } from "@/lib/site-url";
import { requestFailures } from "@/texts/site";

const handler = NextAuth(authOptions);

const CALLBACK_COOKIE = /(?:^|[.-])callback-url$/;

const SAFE_NAME = /^[\w.-]{1,100}$/;

/**
 * Refuses requests that the library would answer with 500 and copy into the log: with a callback URL that is no
 * address, or an error name that doesn't fit into a header.
 */
const checkAuthRequest = async ({ request, params }: { request: NextRequest; params: { nextauth: string[] } }) => {
  const names = [...params.nextauth, ...request.nextUrl.searchParams.getAll("error")];
  if (!names.every((name) => SAFE_NAME.test(name))) return failure("NOT_FOUND", requestFailures.notFound);
  const cookies = request.cookies.getAll().filter(({ name }) => CALLBACK_COOKIE.test(name));
  const callbacks = [request.nextUrl.searchParams.get("callbackUrl"), ...cookies.map(({ value }) => value)];
  const areAddresses = callbacks.every((callback) => !callback || isHttpUrl(callback, siteUrl()));
  return areAddresses ? ({ ok: true } as const) : failure("INVALID", requestFailures.invalidCallback);
};

export const GET = defineRoute("/api/auth/[...nextauth]", {
  access: checkAuthRequest,
  run: ({ request, params }) => handler(request, { params }),
});

export const POST = defineRoute("/api/auth/[...nextauth]", {
  access: checkAuthRequest,
  body: bufferedBody(64 * 1024),
  run: ({ request, params, body }) => handler(rebuildRequest(request, body), { params }),
});
