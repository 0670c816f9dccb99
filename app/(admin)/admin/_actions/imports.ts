"use server";

import { z } from "zod";
import { consoleAction } from "#app/_server/console/console-action.ts";
import { buildPreviewView } from "#lib/imports/build-preview-view.ts";
import { importPlanSchema } from "#lib/imports/import-plan.ts";
import { loadDraft } from "#lib/imports/preview-import.ts";
import { startImport as start } from "#lib/imports/start-import.ts";
import { STEPS, steerImport as steer } from "#lib/imports/steer-import.ts";
import { done, nothingDone, wrongInput } from "#lib/shared/action-answer.ts";

const id = z.string().max(80);
const GONE = nothingDone("This import is no longer among yours.", "not_found");

/** How the first rows would be read; nothing comes of it. */
export const previewImport = consoleAction({
  name: "import.preview",
  role: "viewer",
  isAudited: false,
  input: z.strictObject({ id, plan: importPlanSchema }),
  run: async ({ runtime, call }, input) => {
    const draft = await loadDraft(runtime, { merchantId: call.merchant.id, id: input.id });
    return draft === null ? GONE : done(buildPreviewView(draft, input.plan));
  },
});

export const startImport = consoleAction({
  name: "import.start",
  role: "editor",
  input: z.strictObject({ id, plan: importPlanSchema }),
  run: async ({ runtime, call, audit }, input) => {
    audit({ subject: input.id });
    const outcome = await start(runtime, { merchantId: call.merchant.id, ...input });
    switch (outcome.kind) {
      case "started":
        return done(null);
      case "invalid":
        return wrongInput(outcome.issues);
      case "not_draft":
        return nothingDone("Somebody has started or discarded this import meanwhile. Load the page again.");
      case "not_found":
        return GONE;
    }
  },
});

/** Holds an import, goes on with it, or ends it. */
export const steerImport = consoleAction({
  name: "import.steer",
  role: "editor",
  input: z.strictObject({ id, step: z.enum(STEPS) }),
  run: async ({ runtime, call, audit }, input) => {
    audit({ subject: input.id, details: { step: input.step } });
    const isDone = await steer(runtime, { merchantId: call.merchant.id, ...input });
    return isDone ? done(null) : nothingDone("This import has come to its end, or is no longer among yours.", "not_found");
  },
});
