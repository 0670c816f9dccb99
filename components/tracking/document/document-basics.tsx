import type { ReactNode } from "react";
import type { Theme } from "../theme.ts";
import type { DocumentAssets } from "./document-assets.ts";

interface DocumentBasicsProps {
  theme: Theme;
  assets: DocumentAssets;
  /** Goes into one `<style>` as it is; the caller puts the hash of exactly this text into the policy. */
  brandCss: string;
  robots?: string;
  /** What must stand before the stylesheet. */
  children?: ReactNode;
}

/** What the head of each document for shoppers holds: kept out of search, silent on where its reader goes, and in the brand's look. */
export function DocumentBasics({ theme, assets, brandCss, robots = "noindex, nofollow", children }: DocumentBasicsProps) {
  return (
    <>
      <meta name="robots" content={robots} />
      <meta name="referrer" content="no-referrer" />
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
      <meta name="color-scheme" content={theme ?? "light dark"} />
      {children}
      <link rel="stylesheet" href={assets.css} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: derived by us from parsed colours; escaping would break its hash */}
      <style dangerouslySetInnerHTML={{ __html: brandCss }} />
      <script type="module" src={assets.enhance} />
    </>
  );
}
