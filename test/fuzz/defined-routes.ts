import type { z } from "zod";

/** In the place of lib/requests/define-route.ts (see tsconfig.json): returns a route's definition instead of its handler. */
export type BodyDefinition = { limit: number; type?: string; schema?: z.ZodType };
export type RouteDefinition = { path: string; body?: BodyDefinition };

export const defineRoute = (path: string, { body }: { body?: BodyDefinition }): RouteDefinition => ({
  path,
  ...(body ? { body } : {}),
});

export const jsonBody = (schema: z.ZodType, limit: number): BodyDefinition => ({
  limit,
  type: "application/json",
  schema,
});
export const bytesBody = (limit: number): BodyDefinition => ({ limit });
export const bufferedBody = (limit: number): BodyDefinition => ({ limit });
export const rebuildRequest = () => {};
export const respondWith = () => {};
export const parseJson = () => {};
