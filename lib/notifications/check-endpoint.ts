import type { Config } from "#lib/config/config.ts";
import type { EndpointFormat } from "#lib/db/schema.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { type EndpointHeaders, findHeaderFaults } from "./endpoint-headers.ts";
import { findUrlFault } from "./endpoint-url.ts";
import { EVENT_FORMATS } from "./event-formats.ts";

/** What a merchant may say of an endpoint; what is absent is not being said. */
export interface EndpointWishes {
  url?: string;
  name?: string | null;
  /** Null for none. */
  secret?: string | null;
  headers?: EndpointHeaders;
}

const LONGEST_NAME = 100;

/** Everything that is wrong at once. */
export function findEndpointFaults(
  format: EndpointFormat,
  { url, name, secret, headers }: EndpointWishes,
  config: Pick<Config, "allowPrivateTargets">,
): Issue[] {
  const urlFault = url === undefined ? null : findUrlFault(url, { allowPrivate: config.allowPrivateTargets });
  const secretFault = secret === undefined ? null : findSecretFault(format, secret);
  return [
    ...(urlFault === null ? [] : [{ path: "url", message: urlFault }]),
    ...(name && !isName(name) ? [{ path: "name", message: `must have at most ${LONGEST_NAME} characters` }] : []),
    ...(secretFault === null ? [] : [{ path: "secret", message: secretFault }]),
    ...findHeaderFaults(headers ?? []),
  ];
}

const isName = (name: string) => name.length <= LONGEST_NAME && name.isWellFormed() && !name.includes("\0");

function findSecretFault(format: EndpointFormat, secret: string | null): string | null {
  const row = EVENT_FORMATS[format];
  if (secret === null) return row.needsSecret ? "cannot be done without: this format is always signed" : null;
  if (row.secret === null) return "is not taken: this format is signed by the key that /jwks publishes";
  return row.secret.findFault(secret);
}
