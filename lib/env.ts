import { parseEnv } from "./env-schema";

/** The environment, parsed once per process. */
export const env = parseEnv(process.env);
