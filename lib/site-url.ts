import { env } from "./env";

const origin = new URL(env.NEXTAUTH_URL).origin;

/** Absolute address of a path of this application. */
export const siteUrl = (path = "") => `${origin}${path}`;
