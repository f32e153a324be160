import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { isWebAddress } from "@/lib/auth/callback-path";
import { authOptions } from "@/lib/auth/options";
import { defineRoute, wholeBody, withBody } from "@/lib/requests/define-route";
import { failure } from "@/lib/requests/result";
import { siteUrl } from "@/lib/site-url";

const handler = NextAuth(authOptions);

const WAY_BACK = /(?:^|[.-])callback-url$/;

/** Where a way back is no address, the library answers 500 and writes it into the log. */
const leadsBack = async ({ request }: { request: NextRequest }) => {
  const cookies = request.cookies.getAll().filter(({ name }) => WAY_BACK.test(name));
  const ways = [request.nextUrl.searchParams.get("callbackUrl"), ...cookies.map(({ value }) => value)];
  const areAddresses = ways.every((way) => !way || isWebAddress(way, siteUrl()));
  return areAddresses ? ({ ok: true } as const) : failure("INVALID", "The way back is no address.");
};

export const GET = defineRoute("/api/auth/[...nextauth]", {
  access: leadsBack,
  run: ({ request, params }) => handler(request, { params }),
});

export const POST = defineRoute("/api/auth/[...nextauth]", {
  access: leadsBack,
  body: wholeBody(64 * 1024),
  run: ({ request, params, body }) => handler(withBody(request, body), { params }),
});
