import { notFound } from "next/navigation";
import { slugSchema } from "./slug-from";

type Params = Record<string, string | string[] | undefined>;

/**
 * The parameters of a route, decoded: Next.js passes them to pages encoded, and to route handlers decoded. None of ours
 * holds a "%", so decoding twice does no harm. An invalid slug is not found.
 */
export async function routeParams<P extends Params>(params: Promise<P>): Promise<P> {
  const read = Object.fromEntries(
    Object.entries(await params).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(decodeParam) : value && decodeParam(value),
    ]),
  );
  if ("slug" in read && !slugSchema.safeParse(read.slug).success) notFound();
  return read as P;
}

function decodeParam(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
