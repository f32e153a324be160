import { serveMedia } from "@/lib/media/serve-media";
import { defineRoute } from "@/lib/requests/define-route";

/** An uploaded file, or a redirect to the host that serves it. */
export const GET = defineRoute("/media/[...key]", { run: ({ params: { key } }) => serveMedia(key.join("/")) });
