import { readMedia } from "@/lib/media/read-media";

/** An uploaded file, or the way to it where another host serves them. */
export async function GET(_request: Request, { params }: RouteContext<"/media/[...key]">) {
  const { key } = await params;
  return readMedia(key.join("/"));
}
