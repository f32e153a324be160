import { NextResponse } from "next/server";

/** Redirects to a page of this site. Relative, as behind a proxy the request's URL is not the public one. */
export function redirect303(path: string): NextResponse {
  return new NextResponse(null, { status: 303, headers: { Location: path, "Cache-Control": "private, no-store" } });
}
