"use server";

import { z } from "zod";
import { consoleAction } from "#app/_server/console/console-action.ts";
import { ENDPOINT_FORMATS } from "#lib/contracts/api/endpoint.ts";
import { createEndpoint } from "#lib/notifications/create-endpoint.ts";
import { deleteEndpoint } from "#lib/notifications/delete-endpoint.ts";
import { replayDelivery } from "#lib/notifications/replay-delivery.ts";
import { replayPending } from "#lib/notifications/replay-pending.ts";
import { rotateSecret } from "#lib/notifications/rotate-secret.ts";
import { sendTestEvent } from "#lib/notifications/send-test-event.ts";
import { updateEndpoint } from "#lib/notifications/update-endpoint.ts";
import { done, nothingDone } from "#lib/shared/action-answer.ts";
import { momentText } from "#lib/view/console-time.ts";
import { inMode, mode } from "./in-mode.ts";
import { wrongFields } from "./wrong-fields.ts";

const NOT_THERE = nothingDone("There is no such endpoint any more.", "not_found");
const SWITCHED_OFF = nothingDone("The endpoint is switched off. An owner has to switch it on first.");

const wishes = z.strictObject({ url: z.string().max(5000), name: z.string().trim().max(1000) });

/** Answers the secret, which is told this once. */
export const create = consoleAction({
  name: "endpoint.create",
  role: "owner",
  input: wishes.extend({ mode, format: z.enum(ENDPOINT_FORMATS) }),
  run: async ({ runtime, call, audit }, { mode, ...input }) => {
    const outcome = await createEndpoint(runtime, { caller: { merchantId: call.merchant.id, mode }, ...input });
    if (outcome.kind === "invalid") return wrongFields(outcome.issues);
    const { endpoint, secret } = outcome;
    audit({ subject: endpoint.id, details: { host: new URL(endpoint.url).host, format: endpoint.format, mode } });
    return done({ id: endpoint.id, secret });
  },
});

export const change = consoleAction({
  name: "endpoint.change",
  role: "owner",
  input: inMode.extend(wishes.shape),
  run: async ({ runtime, call, audit }, { mode, id, url, name }) => {
    audit({ subject: id });
    const outcome = await updateEndpoint(runtime, { caller: { merchantId: call.merchant.id, mode }, id, changes: { url, name } });
    switch (outcome.kind) {
      case "updated":
        audit({ details: { host: new URL(outcome.endpoint.url).host } });
        return done(null);
      case "invalid":
        return wrongFields(outcome.issues);
      case "not_found":
        return NOT_THERE;
    }
  },
});

export const switchEndpoint = consoleAction({
  name: "endpoint.switch",
  role: "owner",
  input: inMode.extend({ isOn: z.boolean() }),
  run: async ({ runtime, call, audit }, { mode, id, isOn }) => {
    audit({ subject: id, details: { on: isOn } });
    const caller = { merchantId: call.merchant.id, mode };
    const outcome = await updateEndpoint(runtime, { caller, id, changes: { isDisabled: !isOn } });
    if (outcome.kind !== "updated") return NOT_THERE;
    return done({ message: isOn ? "It is on again, and gets what it is still to be told." : "It is off, and told nothing.", isGood: true });
  },
});

/** Answers the new secret, which is told this once, and until when the old one signs along. */
export const rotate = consoleAction({
  name: "endpoint.rotate",
  role: "owner",
  input: inMode,
  run: async ({ runtime, call, audit }, { mode, id }) => {
    audit({ subject: id });
    const outcome = await rotateSecret(runtime, { caller: { merchantId: call.merchant.id, mode }, id });
    switch (outcome.kind) {
      case "rotated": {
        const until = outcome.endpoint.previousSecretUntil;
        return done({ secret: outcome.secret, oldUntil: until && momentText(until, runtime.clock.now()) });
      }
      case "has_no_secret":
        return nothingDone("Events of this format are signed by our published key: there is no secret to replace.");
      case "not_found":
        return NOT_THERE;
    }
  },
});

export const remove = consoleAction({
  name: "endpoint.delete",
  role: "owner",
  input: inMode,
  run: async ({ runtime, call, audit }, { mode, id }) => {
    audit({ subject: id });
    const outcome = await deleteEndpoint(runtime, { caller: { merchantId: call.merchant.id, mode }, id });
    return outcome === "deleted" ? done(null) : NOT_THERE;
  },
});

/** Sends a sample, and answers what came back. */
export const sendSample = consoleAction({
  name: "endpoint.test",
  role: "editor",
  input: inMode,
  run: async ({ runtime, call, audit }, { mode, id }) => {
    audit({ subject: id });
    const outcome = await sendTestEvent(runtime, { caller: { merchantId: call.merchant.id, mode }, id });
    if (outcome.kind === "not_found") return NOT_THERE;
    const { verdict, httpStatus, answer, durationMs } = outcome.attempt;
    audit({ details: { status: httpStatus } });
    return done({ problem: verdict.kind === "accepted" ? null : verdict.problem, httpStatus, answer, durationMs });
  },
});

export const replayFailed = consoleAction({
  name: "endpoint.replay",
  role: "editor",
  input: inMode,
  run: async ({ runtime, call, audit }, { mode, id }) => {
    audit({ subject: id });
    const outcome = await replayPending(runtime, { caller: { merchantId: call.merchant.id, mode }, endpointId: id });
    switch (outcome.kind) {
      case "replayed":
        audit({ details: { count: outcome.count } });
        return done({ message: outcome.count === 1 ? "1 event is sent again." : `${outcome.count} events are sent again.`, isGood: true });
      case "endpoint_disabled":
        return SWITCHED_OFF;
      case "not_found":
        return NOT_THERE;
    }
  },
});

export const replay = consoleAction({
  name: "delivery.replay",
  role: "editor",
  input: inMode,
  run: async ({ runtime, call, audit }, { mode, id }) => {
    audit({ subject: id });
    const outcome = await replayDelivery(runtime, { caller: { merchantId: call.merchant.id, mode }, id });
    switch (outcome.kind) {
      case "replayed":
        return done({ message: "It is sent again.", isGood: true });
      case "endpoint_disabled":
        return SWITCHED_OFF;
      case "not_found":
        return nothingDone("There is no such delivery any more.", "not_found");
    }
  },
});
