"use server";

import { z } from "zod";
import { consoleAction } from "#app/_server/console/console-action.ts";
import { done, nothingDone } from "#lib/shared/action-answer.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { type Replayed, replayPayloads } from "#lib/shipments/replay-payloads.ts";
import { createSource } from "#lib/sources/create-source.ts";
import { deleteSource } from "#lib/sources/delete-source.ts";
import { rotateToken } from "#lib/sources/rotate-token.ts";
import { type SecretChanges, SOURCE_PROVIDERS } from "#lib/sources/source-input.ts";
import { testSource } from "#lib/sources/test-source.ts";
import { type SourceChanges, updateSource } from "#lib/sources/update-source.ts";
import { momentText } from "#lib/view/console-time.ts";
import { mode } from "./in-mode.ts";
import { wrongFields } from "./wrong-fields.ts";

const NOT_THERE = nothingDone("There is no such source any more.", "not_found");

const ofSource = z.strictObject({ id: z.string().max(100) });
const secretText = z.string().trim().max(1000);
/** As the form has them: what was left empty is not being said. */
const secretsInput = z.strictObject({
  apiKey: secretText.optional(),
  webhookSecret: secretText.optional(),
  token: secretText.optional(),
  acceptPublishedKeys: z.boolean().optional(),
});

/** Forms have one level; verbs keep secrets together. */
const FIELDS = {
  "secrets.apiKey": "apiKey",
  "secrets.webhookSecret": "webhookSecret",
  "secrets.token": "token",
  "secrets.acceptPublishedKeys": "acceptPublishedKeys",
  isPolled: "apiKey",
};

/** Answers what to enter at the provider; a secret of our making is told this once. */
export const create = consoleAction({
  name: "source.create",
  role: "owner",
  input: secretsInput.extend({ mode, provider: z.enum(SOURCE_PROVIDERS), slug: z.string().trim().max(100) }),
  run: async ({ runtime, call, audit }, { mode, provider, slug, ...secrets }) => {
    const outcome = await createSource(runtime, {
      merchantId: call.merchant.id,
      mode,
      provider,
      secrets: saidOf(secrets),
      ...(slug !== "" && { slug }),
    });
    switch (outcome.kind) {
      case "created": {
        const { source, made } = outcome;
        audit({ subject: source.id, details: { provider, mode, slug: source.slug } });
        return done({ id: source.id, webhookUrl: source.webhookUrl, made });
      }
      case "invalid":
        return wrongFields(outcome.issues, FIELDS);
      case "slug_taken":
        return wrongFields([{ path: "slug", message: `there is a source "${outcome.slug}" already; choose another name` }]);
    }
  },
});

export const changeSecrets = consoleAction({
  name: "source.change_secrets",
  role: "owner",
  input: ofSource.extend(secretsInput.shape),
  run: async ({ runtime, call, audit }, { id, ...secrets }) => {
    const said = saidOf(secrets);
    if (Object.keys(said).length === 0) return wrongFields([{ path: "apiKey", message: "enter the new one" }]);
    audit({ subject: id, details: Object.fromEntries(Object.keys(said).map((name) => [name, "replaced"])) });
    return change({ runtime, call }, id, { secrets: said });
  },
});

export const setPolled = consoleAction({
  name: "source.set_polled",
  role: "owner",
  input: ofSource.extend({ isPolled: z.boolean() }),
  run: async ({ runtime, call, audit }, { id, isPolled }) => {
    audit({ subject: id, details: { polled: isPolled } });
    return change({ runtime, call }, id, { isPolled });
  },
});

export const switchSource = consoleAction({
  name: "source.switch",
  role: "owner",
  input: ofSource.extend({ isOn: z.boolean() }),
  run: async ({ runtime, call, audit }, { id, isOn }) => {
    audit({ subject: id, details: { on: isOn } });
    return change({ runtime, call }, id, { isDisabled: !isOn });
  },
});

/** Answers what its webhooks are known by from now on, told this once, and until when the one before holds. */
export const rotate = consoleAction({
  name: "source.rotate",
  role: "owner",
  input: ofSource.extend({ value: secretText.optional() }),
  run: async ({ runtime, call, audit }, { id, value }) => {
    audit({ subject: id });
    const outcome = await rotateToken(runtime, { merchantId: call.merchant.id, source: id, ...(value && { value }) });
    switch (outcome.kind) {
      case "rotated": {
        const { secret, previousUntil } = outcome;
        return done({ made: secret, oldUntil: previousUntil && momentText(previousUntil, runtime.clock.now()) });
      }
      case "invalid":
        return wrongFields(outcome.issues.map(({ message }) => ({ path: "value", message })));
      case "not_found":
        return NOT_THERE;
    }
  },
});

export const remove = consoleAction({
  name: "source.delete",
  role: "owner",
  input: ofSource,
  run: async ({ runtime, call, audit }, { id }) => {
    audit({ subject: id });
    if ((await deleteSource(runtime, { merchantId: call.merchant.id, source: id })) === "not_found") return NOT_THERE;
    return done(null);
  },
});

export const askNow = consoleAction({
  name: "source.test",
  role: "editor",
  input: ofSource,
  run: async ({ runtime, call, audit }, { id }) => {
    audit({ subject: id });
    const outcome = await testSource(runtime, { merchantId: call.merchant.id, source: id });
    audit({ details: { outcome: outcome.kind } });
    switch (outcome.kind) {
      case "answered":
        return done({ message: `It answered in ${outcome.tookMs} ms, and takes the key.`, isGood: true });
      case "failed":
        return done({ message: outcome.problem, isGood: false });
      case "must_wait":
        return done({ message: `It asked us to wait: ${momentText(outcome.until, runtime.clock.now()).text}.`, isGood: false });
      case "no_api":
        return nothingDone("There is no API key to ask it with.");
      case "not_found":
        return NOT_THERE;
    }
  },
});

export const replayPayload = consoleAction({
  name: "payload.replay",
  role: "editor",
  input: z.strictObject({ id: z.string().max(100) }),
  run: async ({ runtime, call, audit }, { id }) => {
    audit({ subject: id });
    for await (const replayed of replayPayloads(runtime, { merchantId: call.merchant.id, which: { ids: [id] } })) {
      audit({ details: { outcome: replayed.outcome } });
      return replayed.outcome === "not_found" ? nothingDone("It is gone.", "not_found") : done(told(replayed));
    }
    return nothingDone("There is no such payload any more.", "not_found");
  },
});

function told({ outcome, problem }: Replayed): { message: string; isGood: boolean } {
  // What broke is ours to know, and may name what is nobody's business.
  if (outcome === "failed") return { message: "Something went wrong on our side. The payload is as it was.", isGood: false };
  if (outcome === "ignored") return { message: `Read, and left alone: ${problem}.`, isGood: true };
  return problem === null ? { message: "Read.", isGood: true } : { message: problem, isGood: false };
}

function saidOf(secrets: z.output<typeof secretsInput>): SecretChanges {
  return Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== undefined && value !== ""));
}

type UpdateContext = { runtime: Parameters<typeof updateSource>[0]; call: { merchant: { id: MerchantId } } };

async function change({ runtime, call }: UpdateContext, id: string, changes: SourceChanges) {
  const outcome = await updateSource(runtime, { merchantId: call.merchant.id, source: id, changes });
  switch (outcome.kind) {
    case "updated":
      return done(null);
    case "invalid":
      return wrongFields(outcome.issues, FIELDS);
    case "not_found":
      return NOT_THERE;
  }
}
