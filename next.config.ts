import { resolve } from "node:path";
import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from "next/constants";
import { contentSecurityPolicy } from "./lib/content-security-policy";
import { preflight } from "./preflight";

const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Content-Security-Policy", value: contentSecurityPolicy(process.env) },
  // The camera is for check-in. Navigation keeps the document, so every page has to allow it.
  { key: "Permissions-Policy", value: "camera=(self), geolocation=(), microphone=(), payment=()" },
];

const shareImageFonts = "./node_modules/@fontsource/{bricolage-grotesque,instrument-sans}/files/*-[67]00-normal.woff";

const config: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  typedRoutes: true,
  poweredByHeader: false,
  // `npm test` checks the types of all files before it builds.
  typescript: { ignoreBuildErrors: process.env.QUORIX_TYPES_CHECKED === "true" },
  // Compiled in, as a file's date may change with every copy: see lib/cache/install.ts.
  env: { QUORIX_BUILT_AT: String(Date.now()) },
  // Read from disk when a share image is drawn, which file tracing cannot detect.
  outputFileTracingIncludes: {
    "/**/opengraph-image": [shareImageFonts],
    "/**/share-image": [shareImageFonts],
  },
  experimental: {
    // In development, pages would wait for the dev server's socket, but check-in has to open offline.
    reactDebugChannel: false,
  },
  serverExternalPackages: ["@node-rs/argon2", "postgres", "nodemailer"],
  async headers() {
    return [{ source: "/:path*", headers: securityHeaders }];
  },
};

const functionCache = resolve("lib/cache/handlers/functions.mjs");

/** Caches that instances share; instrumentation.ts says where they are not used. */
const sharedCaches: NextConfig = {
  cacheHandler: resolve("lib/cache/handlers/pages.mjs"),
  cacheHandlers: { default: functionCache, remote: functionCache },
};

export default async function nextConfig(phase: string): Promise<NextConfig> {
  // A bad environment or database stops the build and the start, not the first request. Tools that only read this skip it.
  const isOnlyRead = process.argv.some((argument) => argument === "typegen" || argument.endsWith("knip"));
  if (!isOnlyRead) await preflight(phase === PHASE_PRODUCTION_BUILD);
  return process.env.VERCEL || phase === PHASE_DEVELOPMENT_SERVER ? config : { ...config, ...sharedCaches };
}
