"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { allowAnyone, defineRedirectAction } from "@/lib/requests/define-action";
import { setSubscription } from "./subscription";

/** Stops or resumes an organizer's messages. The token authorizes it, without signing in. */
export const changeSubscriptionAction = defineRedirectAction({
  input: z.object({ token: z.string().max(200), messages: z.string().catch("") }),
  access: allowAnyone,
  run: async ({ input: { token, messages } }) => {
    await setSubscription(token, messages === "stop");
    redirect(`/unsubscribe?token=${encodeURIComponent(token)}`);
  },
  refused: () => redirect("/unsubscribe"),
});
