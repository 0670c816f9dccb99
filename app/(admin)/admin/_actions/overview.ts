"use server";

import { z } from "zod";
import { consoleAction } from "#app/_server/console/console-action.ts";
import { resolveNotice } from "#lib/notifications/resolve-notice.ts";
import { replayDeadJobs } from "#lib/overview/dead-jobs.ts";
import { replayUnread } from "#lib/overview/replay-unread.ts";
import { settleParcel } from "#lib/overview/settle-parcel.ts";
import { done, nothingDone } from "#lib/shared/action-answer.ts";
import { requestCheck } from "#lib/sources/request-check.ts";
import { inMode, mode } from "./in-mode.ts";

export const settle = consoleAction({
  name: "parcel.settle",
  role: "editor",
  input: inMode.extend({ isSettled: z.boolean() }),
  run: async ({ runtime, call, audit }, { id, mode, isSettled }) => {
    audit({ subject: id, details: { settled: isSettled } });
    const outcome = await settleParcel(runtime, { caller: { merchantId: call.merchant.id, mode }, id, isSettled });
    return outcome === "settled" ? done(null) : nothingDone("There is no such parcel any more.", "not_found");
  },
});

export const checkParcelNow = consoleAction({
  name: "parcel.check_now",
  role: "editor",
  input: inMode,
  run: async ({ runtime, call, audit }, { id, mode }) => {
    audit({ subject: id });
    const outcome = await requestCheck(runtime, { caller: { merchantId: call.merchant.id, mode }, id });
    switch (outcome.kind) {
      case "queued":
        return done({ message: "Its source is being asked. News shows up by itself.", isGood: true });
      case "too_soon":
        return nothingDone(`Its source was asked a moment ago. Try again in ${minutes(outcome.retryAfterSeconds)}.`, "too_many");
      case "no_source":
        return nothingDone("None of your sources can be asked about this parcel.");
      case "not_found":
        return nothingDone("There is no such parcel any more.", "not_found");
    }
  },
});

export const putNoticeAside = consoleAction({
  name: "notice.resolve",
  role: "editor",
  input: inMode,
  run: async ({ runtime, call, audit }, { id, mode }) => {
    audit({ subject: id });
    const outcome = await resolveNotice(runtime, { caller: { merchantId: call.merchant.id, mode }, id });
    if (outcome === "not_found") return nothingDone("It was put aside already.", "not_found");
    return done({ message: "Put aside. It comes back if its cause does.", isGood: true });
  },
});

export const replayUnreadPayloads = consoleAction({
  name: "payload.replay_unread",
  role: "editor",
  input: z.strictObject({ mode }),
  run: async ({ runtime, call, audit }, { mode }) => {
    const { read, unread, hasMore } = await replayUnread(runtime, { caller: { merchantId: call.merchant.id, mode } });
    audit({ details: { read, unread } });
    const more = hasMore ? " There are more: try again." : "";
    return done({ message: `${read} could be read this time, ${unread} not.${more}`, isGood: unread === 0 });
  },
});

export const tryDeadJobsAgain = consoleAction({
  name: "job.replay_dead",
  role: "editor",
  input: z.strictObject({}),
  run: async ({ runtime, call, audit }) => {
    const count = await replayDeadJobs(runtime, call.merchant.id);
    audit({ details: { count } });
    return done({ message: count === 1 ? "1 job is tried again." : `${count} jobs are tried again.`, isGood: true });
  },
});

const minutes = (seconds: number) => (seconds <= 90 ? "a minute" : `${Math.ceil(seconds / 60)} minutes`);
