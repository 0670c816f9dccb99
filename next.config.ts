import type { NextConfig } from "next";

const config: NextConfig = {
  /** Pages are compressed in the handler, where a compressed body can be kept, and files at build time. */
  compress: false,
  poweredByHeader: false,
  /** Handlers make their own ETags, from versions rather than bytes. */
  generateEtags: false,
  /** `npm run verify` checks types, with the whole project in view. */
  typescript: { ignoreBuildErrors: true },
  skipTrailingSlashRedirect: true,
  /** They look for files of their own, or keep state that must not be there twice. */
  serverExternalPackages: ["pg", "graphile-worker", "undici", "sharp", "nodemailer", "mjml", "better-auth", "@better-auth/passkey"],
  /** Who lacks the role for a page of the console gets 403 and a page that says so. */
  experimental: { authInterrupts: true },
  /** Pictures are served as they are: no endpoint that resizes them for whoever asks. */
  images: { unoptimized: true },
  /** Next's own pages of its own addresses stand outside the brand and its headers. */
  rewrites: async () => ({
    beforeFiles: [{ source: "/:page(404|500|_error|_not-found)", destination: "/not/found" }],
    afterFiles: [],
    fallback: [],
  }),
};

export default config;
