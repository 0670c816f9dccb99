import { ENDPOINT_FORMATS, type EndpointFormat } from "#lib/db/schema.ts";
import { createEndpoint } from "#lib/notifications/create-endpoint.ts";
import { deleteEndpoint } from "#lib/notifications/delete-endpoint.ts";
import type { EndpointRecord } from "#lib/notifications/endpoint-record.ts";
import { listEndpoints } from "#lib/notifications/list-endpoints.ts";
import { rotateSecret } from "#lib/notifications/rotate-secret.ts";
import { sendTestEvent } from "#lib/notifications/send-test-event.ts";
import { updateEndpoint } from "#lib/notifications/update-endpoint.ts";
import { describeIssue } from "#lib/shared/issue.ts";
import type { Action } from "../action.ts";
import { readMerchantOption, readMerchantsOption } from "../merchant-option.ts";
import { readModeOption } from "../mode-option.ts";
import { callersOf, onEndpoint } from "./endpoint-of-id.ts";

export const FORMATS: readonly EndpointFormat[] = ENDPOINT_FORMATS;

export const add: Action = async (runtime, { positionals: [, url], options }, terminal) => {
  if (url === undefined) return "Which address? Usage: waymark endpoint add <url> --mode <mode>";
  const choice = readModeOption(options);
  if (typeof choice === "string") return choice;
  const format = FORMATS.find((word) => word === (options.format ?? FORMATS[0]));
  if (!format) return `There is no format "${options.format}". Choose one of: ${FORMATS.join(", ")}.`;
  const merchant = await readMerchantOption(runtime, options);
  if (typeof merchant === "string") return merchant;

  const outcome = await createEndpoint(runtime, {
    caller: { merchantId: merchant.id, ...choice },
    url,
    format,
    ...(typeof options.name === "string" && { name: options.name }),
    ...(typeof options.secret === "string" && { secret: options.secret }),
    ...(typeof options.header === "string" && { headers: [readHeader(options.header)] }),
  });
  if (outcome.kind === "invalid") {
    const lines = outcome.issues.map((issue) => `  ${describeIssue(issue)}`);
    return ["The endpoint was not made:", ...lines].join("\n");
  }
  terminal.out(describe(merchant.slug, outcome.endpoint));
  if (outcome.secret !== null && options.secret === undefined) terminal.out(`Its secret, shown this once: ${outcome.secret}`);
  return null;
};

export const list: Action = async (runtime, { options }, terminal) => {
  const merchants = await readMerchantsOption(runtime, options);
  if (typeof merchants === "string") return merchants;
  for (const merchant of merchants) {
    for (const caller of callersOf([merchant])) {
      for (const endpoint of await listEndpoints(runtime, { caller })) terminal.out(describe(merchant.slug, endpoint));
    }
  }
  return null;
};

export const sendTest = onEndpoint(async (runtime, target, terminal) => {
  const outcome = await sendTestEvent(runtime, target);
  if (outcome.kind === "not_found") return GONE;
  const { verdict, durationMs, answer, httpStatus } = outcome.attempt;
  if (answer) terminal.out(answer);
  if (verdict.kind !== "accepted") return `It was not accepted, after ${durationMs} ms: ${verdict.problem}.`;
  terminal.out(`It was accepted with ${httpStatus} after ${durationMs} ms.`);
  return null;
});

export const rotate = onEndpoint(async (runtime, target, terminal) => {
  const outcome = await rotateSecret(runtime, target);
  if (outcome.kind === "not_found") return GONE;
  if (outcome.kind === "has_no_secret") return "Its format is signed by the key that /jwks publishes; there is no secret to rotate.";
  terminal.out(`Its new secret, shown this once: ${outcome.secret}`);
  return null;
});

export const switchOn = setDisabled(false, "is enabled; what was still to be sent is sent now.");
export const switchOff = setDisabled(true, "is disabled; it hears of nothing until it is enabled.");

export const remove = onEndpoint(async (runtime, target, terminal) => {
  if ((await deleteEndpoint(runtime, target)) === "not_found") return GONE;
  terminal.out(`${target.id} is removed.`);
  return null;
});

const GONE = "Somebody has removed this endpoint just now.";

function setDisabled(isDisabled: boolean, result: string): Action {
  return onEndpoint(async (runtime, { caller, id }, terminal) => {
    const outcome = await updateEndpoint(runtime, { caller, id, changes: { isDisabled } });
    if (outcome.kind !== "updated") return GONE;
    terminal.out(`${id} ${result}`);
    return null;
  });
}

/** What is no header is refused by the verb, which knows the rules. */
function readHeader(text: string): { name: string; value: string } {
  const at = text.indexOf(":");
  return at < 0 ? { name: text, value: "" } : { name: text.slice(0, at).trim(), value: text.slice(at + 1).trim() };
}

function describe(slug: string, { id, mode, format, url, name, disabledAt, disabledReason, failingSince }: EndpointRecord): string {
  const state = disabledAt ? `disabled ${disabledAt}: ${disabledReason}` : failingSince ? `failing since ${failingSince}` : "well";
  return `${slug}: ${id} ${mode} ${format} ${url}${name === null ? "" : ` ${JSON.stringify(name)}`}, ${state}`;
}
