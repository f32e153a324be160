import { env } from "./env";

const origin = new URL(env.NEXTAUTH_URL).origin;

/** Absolute address of a path of this application, in ASCII whatever script a name in it is. */
export const siteUrl = (path = "") => (path === "" ? origin : new URL(path, origin).href);
