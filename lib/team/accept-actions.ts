"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { db } from "@/db/client";
import { requireViewer } from "@/lib/auth/viewer";
import { acceptInvitation as accept } from "./accept-invitation";

const formSchema = z.object({ token: z.string().max(200) });

/** The button of an invitation's page. What came of it, the page says when it is rendered anew. */
export async function acceptInvitation(form: FormData): Promise<void> {
  const { token } = formSchema.parse(Object.fromEntries(form));
  const path = `/invitations/${encodeURIComponent(token)}`;
  const viewer = await requireViewer(path);
  await db.transaction((tx) => accept(tx, token, viewer.id));
  refresh();
  redirect(path as Route, "replace");
}
