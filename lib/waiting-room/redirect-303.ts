import { NextResponse } from "next/server";

/** To another page of this site. Relative: behind a proxy the request's own address is not the public one. */
export function redirect303(path: string): NextResponse {
  return new NextResponse(null, { status: 303, headers: { Location: path, "Cache-Control": "private, no-store" } });
}
