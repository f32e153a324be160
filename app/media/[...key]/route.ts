import { readMedia } from "@/lib/media/read-media";
import { routeParams } from "@/lib/names/route-params";
import { whenReachable } from "@/lib/when-reachable";

/** An uploaded file, or the way to it where another host serves them. */
export const GET = whenReachable(async (_request: Request, { params }: RouteContext<"/media/[...key]">) => {
  const { key } = await routeParams(params);
  return readMedia(key.join("/"));
});
