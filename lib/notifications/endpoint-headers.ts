import type { Issue } from "#lib/shared/issue.ts";
import type { EndpointRecord } from "./endpoint-record.ts";

export type EndpointHeaders = EndpointRecord["headers"];

const MOST_HEADERS = 20;
const LONGEST_NAME = 100;
const LONGEST_VALUE = 1000;
/** RFC 9110's token. */
const NAME = /^[!#$%&'*+.^_`|~\dA-Za-z-]+$/;
/** Printable ASCII: receivers disagree about anything else. */
const VALUE = /^[\t\x20-\x7e]*$/;

/** Those of the connection, those that say what the body is, and those that prove where it comes from. */
const OURS = new Set([
  ...["connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "expect", "host"],
  ...["content-length", "content-type", "content-encoding", "accept-encoding"],
  ...["x-hmac-signature", "x-hmac-signature-v2", "x-timestamp", "x-path", "shippo-auth-signature"],
]);
const OUR_PREFIXES = ["webhook-", "x-shipengine-", "proxy-"];

const isOurs = (name: string) => OURS.has(name) || OUR_PREFIXES.some((prefix) => name.startsWith(prefix));

/** Everything wrong with the headers that a merchant wants sent along. */
export function findHeaderFaults(headers: EndpointHeaders): Issue[] {
  if (headers.length > MOST_HEADERS) return [{ path: "headers", message: `must be at most ${MOST_HEADERS}` }];
  const names = headers.map(({ name }) => name.toLowerCase());
  return headers.flatMap(({ value }, index) => {
    const name = names[index] ?? "";
    const faults = [
      [
        !NAME.test(name) || name.length > LONGEST_NAME,
        "name",
        `must be a header's name of 1 to ${LONGEST_NAME} letters, digits and hyphens`,
      ],
      [isOurs(name), "name", `${name} is set by Waymark itself`],
      [names.indexOf(name) < index, "name", `${name} is there twice`],
      [!VALUE.test(value) || value.length > LONGEST_VALUE, "value", `must be one line of at most ${LONGEST_VALUE} ASCII characters`],
    ] as const;
    return faults.filter(([isWrong]) => isWrong).map(([, part, message]) => ({ path: `headers.${index}.${part}`, message }));
  });
}
