import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { readConsoleAssets } from "#app/_server/console/console-assets.ts";

export const metadata: Metadata = {
  title: { template: "%s · Waymark", default: "Waymark" },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

/** A nonce is of one request, so nothing of the console is drawn ahead of time. */
export const dynamic = "force-dynamic";

export default function ConsoleDocument({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <link rel="stylesheet" href={readConsoleAssets().css} precedence="default" />
      </head>
      <body>{children}</body>
    </html>
  );
}
