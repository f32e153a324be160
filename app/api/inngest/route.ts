import { serve } from "inngest/next";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/index";

/** A step may wait for a slow mail server. */
export const maxDuration = 60;

export const { GET, POST, PUT } = serve({ client: inngest, functions });
