import { env } from "@/lib/env";
import { removeUpload, uploadCover } from "@/lib/media/cover-upload";
import { routeParams } from "@/lib/names/route-params";
import { whenReachable } from "@/lib/when-reachable";

// A page of another origin cannot send these; a browser names its origin with every one of them.
const isOurs = (request: Request) => request.headers.get("origin") === new URL(env.NEXTAUTH_URL).origin;

type Context = RouteContext<"/api/organize/events/[slug]/cover">;

/** Takes a picture as the body, and answers with the key it is kept under. */
export const POST = whenReachable(async (request: Request, { params }: Context) => {
  if (!isOurs(request)) return new Response("Forbidden", { status: 403 });
  const { status, ...answer } = await uploadCover((await routeParams(params)).slug, request);
  return Response.json(answer, { status });
});

/** Removes a picture that was uploaded and is not used. */
export const DELETE = whenReachable(async (request: Request, { params }: Context) => {
  if (!isOurs(request)) return new Response("Forbidden", { status: 403 });
  return new Response(null, { status: await removeUpload((await routeParams(params)).slug, request) });
});
