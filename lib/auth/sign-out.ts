"use server";

import { redirect } from "next/navigation";
import { endSession } from "./session";

export async function signOut() {
  await endSession();
  redirect("/");
}
