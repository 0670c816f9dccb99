"use client";

import { useRef, useState } from "react";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmAction } from "../../ui/confirm-action.island.tsx";
import { Changes } from "../studio/changes.tsx";
import { DEVICES } from "../studio/preview/preview-look.ts";
import { PageDialog } from "../wall/page-dialog.tsx";
import { previewAddress } from "../wall/preview-address.ts";
import { SmallPage } from "../wall/small-page.tsx";
import { useFrameWall } from "../wall/use-frame-wall.ts";
import { VersionRow } from "./version-row.tsx";
import type { VersionShown } from "./version-shown.ts";

type Restore = ConsoleAction<{ version: number }, { version: number }>;

interface VersionsProps {
  merchant: string;
  versions: readonly VersionShown[];
  /** What the pictures show. */
  lang: string;
  /** Null for who may only look. */
  restore: Restore | null;
}

/** The top of a phone's screen. */
const SEEN_FROM_AFAR = { width: DEVICES.phone.width, height: 600 };

/** Every brand that was published, the newest first, each with its page. */
export function Versions({ merchant, versions, lang, restore }: VersionsProps) {
  const scroller = useRef<HTMLElement>(null);
  const wall = useFrameWall(scroller);
  const [near, setNear] = useState<VersionShown | null>(null);
  const pageOf = ({ version }: VersionShown) => ({
    href: previewAddress(merchant, { of: String(version), stamp: version, sample: "out_for_delivery", lang, theme: "", tier: "public" }),
    title: `Version ${version}`,
  });
  return (
    <>
      <ol className="divide-y divide-line rounded-panel border border-line bg-raised">
        {versions.map((version) => (
          <VersionRow
            key={version.version}
            version={version}
            picture={
              <SmallPage wall={wall} {...pageOf(version)} device={SEEN_FROM_AFAR} shownWidth={112} onOpen={() => setNear(version)} />
            }
            actions={
              <>
                <Button size="small" variant="quiet" className="sm:hidden" onClick={() => setNear(version)}>
                  Look at it
                </Button>
                {restore && version.back.length > 0 && <BringBack merchant={merchant} version={version} restore={restore} />}
              </>
            }
          />
        ))}
      </ol>
      <PageDialog href={near && pageOf(near).href} title={near ? pageOf(near).title : ""} device="phone" onClose={() => setNear(null)} />
    </>
  );
}

function BringBack({ merchant, version: { version, back }, restore }: { merchant: string; version: VersionShown; restore: Restore }) {
  return (
    <ConfirmAction
      action={restore}
      merchant={merchant}
      input={{ version }}
      trigger={{ label: "Bring back", size: "small", icon: "undo" }}
      title={`Bring back version ${version}?`}
      body={<Consequences changes={back} />}
      confirmLabel="Bring it back"
      tone="primary"
      doneMessage={`Your pages look like version ${version} again.`}
    />
  );
}

function Consequences({ changes }: { changes: VersionShown["back"] }) {
  return (
    <div className="grid gap-3">
      <p>Shoppers see it at once. It becomes a new version, so that this can be taken back too; a draft that you work on stays as it is.</p>
      <Changes changes={changes} />
    </div>
  );
}
