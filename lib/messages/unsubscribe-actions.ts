"use server";

import { redirect } from "next/navigation";
import { setSubscription } from "./subscription";

/** Stops or resumes an organizer's messages. The link is the right to do it: nobody needs an account open for that. */
export async function changeSubscription(data: FormData): Promise<void> {
  const token = String(data.get("token") ?? "");
  await setSubscription(token, data.get("messages") === "stop");
  return redirect(`/unsubscribe?token=${encodeURIComponent(token)}`);
}
