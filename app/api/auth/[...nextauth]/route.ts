import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { isHttpUrl } from "@/lib/auth/callback-path";
import { authOptions } from "@/lib/auth/options";
import { bufferedBody, defineRoute, rebuildRequest } from "@/lib/requests/define-route";
import { failure } from "@/lib/requests/result";
import { siteUrl } from "@/lib/site-url";

const handler = NextAuth(authOptions);

const CALLBACK_COOKIE = /(?:^|[.-])callback-url$/;

const SAFE_NAME = /^[\w.-]{1,100}$/;

/**
 * The library answers 500, and writes what it was given into the log, where a way back is no address, and where a
 * problem's name, which it puts into a header, is no word.
 */
const checkAuthRequest = async ({ request, params }: { request: NextRequest; params: { nextauth: string[] } }) => {
  const words = [...params.nextauth, ...request.nextUrl.searchParams.getAll("error")];
  if (!words.every((word) => SAFE_NAME.test(word))) return failure("NOT_FOUND", "There is nothing here.");
  const cookies = request.cookies.getAll().filter(({ name }) => CALLBACK_COOKIE.test(name));
  const ways = [request.nextUrl.searchParams.get("callbackUrl"), ...cookies.map(({ value }) => value)];
  const areAddresses = ways.every((way) => !way || isHttpUrl(way, siteUrl()));
  return areAddresses ? ({ ok: true } as const) : failure("INVALID", "The way back is no address.");
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
