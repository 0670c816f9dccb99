import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { readConsoleAssets } from "#app/_server/console/console-assets.ts";
import { TakeUpEarlyActs } from "#components/admin/shell/take-up-early-acts.island.tsx";

export const metadata: Metadata = {
  title: { template: "%s · Waymark", default: "Waymark" },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

/** A nonce is of one request, so nothing of the console is drawn ahead of time. */
export const dynamic = "force-dynamic";

export default function ConsoleDocument({ children }: { children: ReactNode }) {
  const { css, earlyActs } = readConsoleAssets();
  return (
    <html lang="en">
      <head>
        <link rel="stylesheet" href={css} precedence="default" />
        <script src={earlyActs} />
      </head>
      <body>
        {children}
        <TakeUpEarlyActs />
      </body>
    </html>
  );
}
