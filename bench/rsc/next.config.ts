import { join } from "node:path";
import type { NextConfig } from "next";

const config: NextConfig = {
  compress: true,
  distDir: "../.work/rsc",
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: join(import.meta.dirname, "../..") },
};

export default config;
