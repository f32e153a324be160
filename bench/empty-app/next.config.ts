import type { NextConfig } from "next";

/** As many as the security headers of Quorix, so that compared responses have the same size. */
const headers = ["X-One", "X-Two", "X-Three", "X-Four"].map((key) => ({ key, value: "of four headers" }));

const config: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  headers: async () => [{ source: "/:path*", headers }],
};

export default config;
