import { env } from "./env";

const origin = new URL(env.NEXTAUTH_URL).origin;

/** The absolute URL of a path of this application, in ASCII whatever the script of the names in it. */
export const siteUrl = (path = "") => (path === "" ? origin : new URL(path, origin).href);
