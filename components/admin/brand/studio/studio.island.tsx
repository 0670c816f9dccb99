"use client";

import Link from "next/link";
import { useReducer, useState } from "react";
import type { Status } from "#lib/tracking/status.ts";
import { Notice } from "../../ui/notice.tsx";
import { useToast } from "../../ui/toast.island.tsx";
import { IssueMenu } from "./bar/issue-menu.tsx";
import { StudioBar, type StudioPane } from "./bar/studio-bar.tsx";
import { StudioMenu } from "./bar/studio-menu.tsx";
import { ConflictNotice } from "./conflict-notice.tsx";
import { DeskProvider } from "./desk.ts";
import { brandGroups } from "./groups/brand-groups.tsx";
import type { LanguageChoice } from "./groups/languages.tsx";
import type { Sentences } from "./groups/wording.tsx";
import { Preview } from "./preview/preview.tsx";
import { firstLook, lookWith, type SampleChoice } from "./preview/preview-look.ts";
import { PublishDialog } from "./publish-dialog.tsx";
import { revealField, revealGroup } from "./reveal-field.ts";
import type { DraftOnServer, StudioActions } from "./studio-actions.ts";
import { StudioForm } from "./studio-form.tsx";
import { useStudio } from "./use-studio.ts";

interface StudioProps {
  merchant: string;
  opened: DraftOnServer;
  isReadOnly: boolean;
  /** Where shoppers find the pages. */
  publicHref: string;
  /** What puts a parcel on a page of the shop's own. */
  embedSnippet: string;
  samples: readonly SampleChoice[];
  languages: readonly LanguageChoice[];
  sentences: Sentences;
  /** Of the day the studio was opened, UTC. */
  today: string;
  actions: StudioActions;
}

/** The brand studio: fields on one side, the real page on the other, and nothing lost in between. */
export function Studio({
  merchant,
  opened,
  isReadOnly,
  publicHref,
  embedSnippet,
  samples,
  languages,
  sentences,
  today,
  actions,
}: StudioProps) {
  const showToast = useToast();
  const studio = useStudio({
    merchant,
    opened,
    isReadOnly,
    actions,
    onPublished: (version) => showToast(<PublishedToast version={version} publicHref={publicHref} />),
  });
  const { state, issues, desk, shown } = studio;
  const [pane, setPane] = useState<StudioPane>("edit");
  const [look, setLook] = useReducer(lookWith, shown.defaultLanguage, firstLook);
  const [wordingLanguage, setWordingLanguage] = useState(shown.defaultLanguage);
  /** Once the fields are there to be shown. */
  const showFields = (reveal: () => void) => {
    setPane("edit");
    requestAnimationFrame(reveal);
  };
  const goTo = (path: string) => {
    const [part, lang] = path.split(".");
    if (part === "wording" && lang !== undefined) setWordingLanguage(lang);
    studio.showAllIssues();
    showFields(() => revealField(path));
  };
  /** Whoever writes a sentence sees the page it stands on. */
  const showSentence = (status: Status, lang: string) => {
    const sample = samples.find((one) => one.status === status);
    if (sample) setLook({ sample: sample.key, lang });
  };

  return (
    <DeskProvider value={desk}>
      <StudioBar
        state={state}
        isReadOnly={isReadOnly}
        unpublished={issues.length > 0 ? null : studio.changes.length}
        pane={pane}
        onPane={setPane}
        onUndo={studio.undo}
        onRedo={studio.redo}
        onSave={studio.save}
        issues={<IssueMenu issues={issues} onGo={goTo} />}
      >
        <StudioMenu
          merchant={merchant}
          actions={actions}
          isReadOnly={isReadOnly}
          published={state.published}
          hasDraft={issues.length + studio.changes.length > 0}
          onSettled={studio.settle}
        />
        {!isReadOnly && (
          <PublishDialog changes={studio.changes} issues={issues} isSaved={studio.isSaved} onGo={goTo} onPublish={studio.publish} />
        )}
      </StudioBar>
      <p className="sr-only" role="status">
        {studio.said}
      </p>
      <div className="grid gap-4 pt-4">
        {isReadOnly && <Notice>You can look at everything here and try the preview. Owners and editors of the shop can change it.</Notice>}
        {state.saving.kind === "failed" && !state.saving.mayHelp && (
          <Notice tone="bad" title="Not saved">
            {state.saving.message}
          </Notice>
        )}
        {state.conflict && (
          <ConflictNotice mine={state.draft} theirs={state.conflict} onKeepMine={studio.keepMine} onTakeTheirs={studio.takeTheirs} />
        )}
        <div className="gap-6 lg:grid lg:grid-cols-[minmax(21rem,27rem)_minmax(0,1fr)] lg:items-start">
          <div className={pane === "edit" ? "" : "max-lg:hidden"}>
            <StudioForm
              draft={state.draft}
              issues={issues}
              groups={brandGroups({
                languages,
                wording: { sentences, language: wordingLanguage, onLanguage: setWordingLanguage, onSentence: showSentence },
                today,
                suggestLook: actions.suggestLook,
                embedSnippet,
              })}
            />
          </div>
          <div
            className={`h-[calc(100dvh-12rem)] min-h-96 lg:sticky lg:top-20 lg:h-[calc(100dvh-6.5rem)] ${pane === "preview" ? "" : "max-lg:hidden"}`}
          >
            <Preview
              merchant={merchant}
              brand={shown}
              isReadOnly={isReadOnly}
              look={look}
              onLook={setLook}
              samples={samples}
              languages={languages}
              onPart={(group) => showFields(() => revealGroup(group))}
            />
          </div>
        </div>
      </div>
    </DeskProvider>
  );
}

function PublishedToast({ version, publicHref }: { version: number; publicHref: string }) {
  return (
    <>
      Published as version {version}.{" "}
      <a href={publicHref} target="_blank" rel="noopener">
        See it live
      </a>{" "}
      or <Link href="/admin/brand/versions">all versions</Link>.
    </>
  );
}
