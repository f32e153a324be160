import { serveMedia } from "@/lib/media/serve-media";
import { defineRoute } from "@/lib/requests/define-route";

/** An uploaded file, or the way to it where another host serves them. */
export const GET = defineRoute("/media/[...key]", { run: ({ params: { key } }) => serveMedia(key.join("/")) });
