"use server";

import { z } from "zod";
import { consoleAction } from "#app/_server/console/console-action.ts";
import { loadShop } from "#app/_server/console/load-shop.ts";
import { getServices } from "#app/_server/services.ts";
import type { MailOutcome } from "#lib/mail/deliver-mail.ts";
import { mailReportsUrl } from "#lib/messages/reports-address.ts";
import { addSenderDomain as add, MOST_SENDER_DOMAINS } from "#lib/senders/add-sender-domain.ts";
import { describeSenderCheck } from "#lib/senders/build-sender-domain-view.ts";
import { changeMessageSettings } from "#lib/senders/change-message-settings.ts";
import { checkSender } from "#lib/senders/check-sender.ts";
import { removeSenderDomain as remove } from "#lib/senders/remove-sender-domain.ts";
import { rotateReportsToken } from "#lib/senders/rotate-reports-token.ts";
import { sendTestMail } from "#lib/senders/send-test-mail.ts";
import { setSmsAccount } from "#lib/senders/set-sms-account.ts";
import { done, nothingDone, wrongInput } from "#lib/shared/action-answer.ts";
import { liftSuppression } from "#lib/subscriptions/lift-suppression.ts";
import { NEWS_TOPICS } from "#lib/tracking/news-topic.ts";
import { LANGUAGES } from "#lib/view/languages.ts";
import { SAMPLE_MESSAGE_KEYS, writeSample } from "../(console)/messages/_messages/sample-message.ts";
import { drawSamplePicture } from "../(console)/messages/_messages/sample-picture.ts";
import { wrongFields } from "./wrong-fields.ts";

const id = z.string().max(80);
const address = z.string().trim().max(300, "is longer than any address");
const GONE = nothingDone("This domain is no longer among yours.", "not_found");

/** `21:30`, as browsers say a time. */
const timeOfDay = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "Give a time such as 21:30.")
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

export const change = consoleAction({
  name: "message.change",
  role: "editor",
  input: z.strictObject({
    isOn: z.boolean(),
    topics: z.array(z.enum(NEWS_TOPICS)),
    fromAddress: address,
    replyTo: address,
    quiet: z.strictObject({ from: timeOfDay, until: timeOfDay }).nullable(),
  }),
  run: async ({ runtime, call, audit }, { fromAddress, replyTo, quiet, ...rest }) => {
    audit({ details: { on: rest.isOn, topics: rest.topics.join(" ") } });
    const changes = { ...rest, fromAddress: fromAddress || null, replyTo: replyTo || null, quietHours: quiet };
    const outcome = await changeMessageSettings(runtime, { merchantId: call.merchant.id, changes });
    if (outcome.kind === "invalid") return wrongFields(outcome.issues, { "quietHours.until": "quiet.until" });
    return done(null);
  },
});

/** Looks at once as well: whoever made the record before is through. */
export const addDomain = consoleAction({
  name: "sender.add",
  role: "owner",
  input: z.strictObject({ host: z.string().max(300, "is longer than any name") }),
  run: async ({ runtime, call, audit }, { host }) => {
    const merchantId = call.merchant.id;
    const outcome = await add(runtime, { merchantId, text: host });
    switch (outcome.kind) {
      case "invalid":
        return wrongInput([{ path: "host", message: outcome.message }]);
      case "exists":
        return wrongInput([{ path: "host", message: `${outcome.domain} is among your domains already.` }]);
      case "too_many":
        return nothingDone(`A shop can write from ${MOST_SENDER_DOMAINS} domains. Remove one that is not needed any more.`);
      case "added":
        audit({ subject: outcome.domain.domain });
        await checkSender(runtime, { merchantId, id: outcome.domain.id });
        return done({ host: outcome.domain.domain });
    }
  },
});

export const checkDomain = consoleAction({
  name: "sender.check",
  role: "owner",
  input: z.strictObject({ id }),
  run: async ({ runtime, call, audit }, input) => {
    const outcome = await checkSender(runtime, { merchantId: call.merchant.id, id: input.id });
    if (outcome.kind === "not_found") return GONE;
    const { domain, state } = outcome.domain;
    audit({ subject: domain, details: { state } });
    return done({ isActive: state === "verified", words: describeSenderCheck(outcome.domain) });
  },
});

export const removeDomain = consoleAction({
  name: "sender.remove",
  role: "owner",
  input: z.strictObject({ id }),
  run: async ({ runtime, call, audit }, input) => {
    const outcome = await remove(runtime, { merchantId: call.merchant.id, id: input.id });
    if (outcome.kind === "not_found") return GONE;
    audit({ subject: outcome.domain });
    return done(null);
  },
});

export const setSms = consoleAction({
  name: "sms.set",
  role: "owner",
  input: z.strictObject({ accountSid: z.string().max(200), authToken: z.string().max(200), sender: z.string().max(200) }),
  run: async ({ runtime, call }, account) => {
    const outcome = await setSmsAccount(runtime, { merchantId: call.merchant.id, account });
    return outcome.kind === "invalid" ? wrongFields(outcome.issues) : done(null);
  },
});

export const removeSms = consoleAction({
  name: "sms.remove",
  role: "owner",
  input: z.strictObject({}),
  run: async ({ runtime, call }) => {
    await setSmsAccount(runtime, { merchantId: call.merchant.id, account: null });
    return done(null);
  },
});

/** Answers the new address; it stands on the screen as well. */
export const renewReports = consoleAction({
  name: "report.renew",
  role: "owner",
  input: z.strictObject({}),
  run: async ({ runtime, call }) => {
    const token = await rotateReportsToken(runtime, call.merchant.id);
    return done({ url: mailReportsUrl(runtime.config, token) });
  },
});

export const lift = consoleAction({
  name: "message.lift",
  role: "editor",
  input: z.strictObject({ digest: z.string().max(200) }),
  run: async ({ runtime, call, audit }, { digest }) => {
    const outcome = await liftSuppression(runtime, { merchantId: call.merchant.id, addressDigest: digest });
    switch (outcome.kind) {
      case "not_found":
        return nothingDone("This address is written to already.", "not_found");
      case "own_word":
        return nothingDone("Its owner wants nothing more from you. Only they can take that back.");
      case "lifted":
        audit({ subject: outcome.addressHint });
        return done(null);
    }
  },
});

/** To whoever is signed in, and to nobody else. */
export const sendTest = consoleAction({
  name: "mail.test",
  role: "editor",
  input: z.strictObject({ of: z.enum(SAMPLE_MESSAGE_KEYS), lang: z.enum(LANGUAGES.map(({ tag }) => tag)) }),
  run: async ({ runtime, call, audit }, { of, lang }) => {
    if (runtime.config.smtpUrl === null) return NO_MAIL;
    const wait = await runtime.signIn.attempts.count("test_mail", call.user.id);
    if (wait !== null) return nothingDone(`That is a lot of test mails. Please try again in ${Math.ceil(wait / 60)} minutes.`, "too_many");
    audit({ details: { of, lang } });
    const { merchant, home } = await loadShop(runtime, call.merchant);
    const { input, view } = writeSample(merchant, { of, lang, now: runtime.clock.now(), home, picture: `cid:${PICTURE}` });
    const picture = view.image && { cid: PICTURE, bytes: await drawSamplePicture(await getServices(), input) };
    const outcome = await sendTestMail(runtime, { merchant, view, picture, to: call.user.email });
    return outcome.kind === "accepted" ? done({ to: call.user.email }) : nothingDone(problemOf(outcome));
  },
});

const PICTURE = "parcel";
const NO_MAIL = nothingDone("This installation sends no mail: whoever runs it has to set SMTP_URL first.");

function problemOf(outcome: Exclude<MailOutcome, { kind: "accepted" }>): string {
  return outcome.kind === "no_mail" ? NO_MAIL.message : outcome.problem;
}
