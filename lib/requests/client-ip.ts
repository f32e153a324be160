/** The address the nearest proxy saw. What stands before it in the header, anybody may have written. */
export function clientIp(headers: Pick<Headers, "get">): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}
