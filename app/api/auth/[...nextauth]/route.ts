import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";
import { defineRoute, wholeBody, withBody } from "@/lib/requests/define-route";

const handler = NextAuth(authOptions);

export const GET = defineRoute("/api/auth/[...nextauth]", {
  run: ({ request, params }) => handler(request, { params }),
});

export const POST = defineRoute("/api/auth/[...nextauth]", {
  body: wholeBody(64 * 1024),
  run: ({ request, params, body }) => handler(withBody(request, body), { params }),
});
