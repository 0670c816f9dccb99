"use server";

import { z } from "zod";
import { consoleAction } from "#app/_server/console/console-action.ts";
import { discardDraft as discard } from "#lib/brands/discard-draft.ts";
import { importBrand as importFile } from "#lib/brands/import-brand.ts";
import { publishDraft } from "#lib/brands/publish-draft.ts";
import { readBrandFile as readFile } from "#lib/brands/read-brand-file.ts";
import { restoreVersion as restore } from "#lib/brands/restore-version.ts";
import { saveDraft as save } from "#lib/brands/save-draft.ts";
import { done, nothingDone, wrongInput } from "#lib/shared/action-answer.ts";

const revision = z.int().min(0);
const note = z.string().trim().max(200, "must be at most 200 characters").nullable();
/** Next lets an action be sent 1 MB; the largest brand there can be, with all its pictures, is three quarters of that. */
const fileText = z.string().max(1_000_000, "is larger than any brand file");

const CHANGED_MEANWHILE = "Somebody saved or published meanwhile. Look at how things stand now, then try again.";

/** A conflict is answered as a value, with the draft as it stands: the studio asks which one to keep. */
export const saveDraft = consoleAction({
  name: "brand.save_draft",
  role: "editor",
  isAudited: false,
  input: z.strictObject({ revision, brand: z.unknown() }),
  run: async ({ runtime, call }, input) => {
    const outcome = await save(runtime, { merchantId: call.merchant.id, userId: call.user.id, ...input });
    return outcome.kind === "too_big" ? wrongInput([{ path: "brand", message: "is more than a brand can hold" }]) : done(outcome);
  },
});

export const discardDraft = consoleAction({
  name: "brand.discard_draft",
  role: "editor",
  input: z.strictObject({}),
  run: async ({ runtime, call }) => done(await discard(runtime, { merchantId: call.merchant.id, userId: call.user.id })),
});

export const publishBrand = consoleAction({
  name: "brand.publish",
  role: "editor",
  input: z.strictObject({ revision, note }),
  run: async ({ runtime, call, audit }, input) => {
    const outcome = await publishDraft(runtime, { merchantId: call.merchant.id, userId: call.user.id, ...input, note: input.note || null });
    switch (outcome.kind) {
      case "published":
      case "unchanged":
        if (outcome.kind === "published") audit({ subject: `version ${outcome.version}` });
        return done(outcome);
      case "invalid":
        return wrongInput(outcome.issues);
      case "conflict":
        return nothingDone(CHANGED_MEANWHILE);
    }
  },
});

export const restoreVersion = consoleAction({
  name: "brand.restore",
  role: "editor",
  input: z.strictObject({ version: z.int().min(1) }),
  run: async ({ runtime, call, audit }, { version }) => {
    audit({ subject: `version ${version}` });
    const outcome = await restore(runtime, { merchantId: call.merchant.id, userId: call.user.id, version });
    switch (outcome.kind) {
      case "restored":
        audit({ details: { as: outcome.version } });
        return done({ version: outcome.version });
      case "unchanged":
        return nothingDone("It looks like what is published now, so there is nothing to bring back.");
      case "not_found":
        return nothingDone("There is no such version.", "not_found");
    }
  },
});

export const readBrandFile = consoleAction({
  name: "brand.read_file",
  role: "editor",
  takesFile: true,
  isAudited: false,
  input: z.strictObject({ text: fileText }),
  run: async ({ runtime, call }, { text }) => {
    const outcome = await readFile(runtime, { merchantId: call.merchant.id, text });
    return outcome.kind === "invalid" ? wrongInput(outcome.issues) : done(outcome);
  },
});

export const importBrand = consoleAction({
  name: "brand.import",
  role: "editor",
  takesFile: true,
  input: z.strictObject({ text: fileText }),
  run: async ({ runtime, call }, { text }) => {
    const outcome = await importFile(runtime, { merchantId: call.merchant.id, userId: call.user.id, text });
    return outcome.kind === "invalid" ? wrongInput(outcome.issues) : done(outcome);
  },
});
