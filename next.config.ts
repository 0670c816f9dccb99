import type { NextConfig } from "next";

const immutable = [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }];
const hour = [{ key: "Cache-Control", value: "public, max-age=3600" }];

const config: NextConfig = {
  /** Compressed in the handler, where a compressed body can be kept. */
  compress: false,
  poweredByHeader: false,
  /** Handlers make their own ETags, from versions rather than bytes. */
  generateEtags: false,
  /** `npm run verify` checks types, with the whole project in view. */
  typescript: { ignoreBuildErrors: true },
  skipTrailingSlashRedirect: true,
  serverExternalPackages: ["pg"],
  /** Pictures are served as they are: no endpoint that resizes them for whoever asks. */
  images: { unoptimized: true },
  /** Next's own pages of its own addresses stand outside the brand and its headers. */
  rewrites: async () => ({
    beforeFiles: [{ source: "/:page(404|500|_error|_not-found)", destination: "/not/found" }],
    afterFiles: [],
    fallback: [],
  }),
  headers: async () => [
    { source: "/assets/:path*", headers: immutable },
    { source: "/fonts/:path*", headers: immutable },
    { source: "/brands/:path*", headers: hour },
  ],
};

export default config;
