import type { NextConfig } from "next";

/** As many as the security headers of Quorix: answers are compared that have as much to send. */
const headers = ["X-One", "X-Two", "X-Three", "X-Four"].map((key) => ({ key, value: "of four headers" }));

const config: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  headers: async () => [{ source: "/:path*", headers }],
};

export default config;
