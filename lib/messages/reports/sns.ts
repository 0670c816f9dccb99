import { createVerify, X509Certificate } from "node:crypto";
import { z } from "zod";
import type { HttpClient } from "#lib/http/http-client.ts";

const envelopeSchema = z.object({
  Type: z.enum(["Notification", "SubscriptionConfirmation", "UnsubscribeConfirmation"]),
  MessageId: z.string(),
  TopicArn: z.string(),
  Message: z.string(),
  Timestamp: z.string(),
  Subject: z.string().optional(),
  Token: z.string().optional(),
  SubscribeURL: z.string().optional(),
  SignatureVersion: z.enum(["1", "2"]),
  Signature: z.string().max(1000),
  SigningCertURL: z.string().max(500),
});

/** What Amazon's notification service wraps around a message. */
export type SnsEnvelope = z.output<typeof envelopeSchema>;

export function readSnsEnvelope(value: unknown): SnsEnvelope | null {
  return envelopeSchema.safeParse(value).data ?? null;
}

/** By region: `sns.s3.amazonaws.com`, too, is Amazon's host, and holds what anybody put there. */
const SNS_HOST = /^sns\.[a-z]{2,4}(?:-[a-z]+){1,3}-\d{1,2}\.amazonaws\.com(?:\.cn)?$/;

/** Whether an address is Amazon's own: nobody makes us, or the merchant, open another. */
export function isAmazonUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, port, username } = new URL(text);
  return protocol === "https:" && port === "" && username === "" && SNS_HOST.test(hostname);
}

const ALGORITHMS = { 1: "RSA-SHA1", 2: "RSA-SHA256" } as const;

/** What is signed, in this order, of what is there. https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html */
const SIGNED_FIELDS = {
  Notification: ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"],
  SubscriptionConfirmation: ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"],
  UnsubscribeConfirmation: ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"],
} as const satisfies Record<SnsEnvelope["Type"], readonly (keyof SnsEnvelope)[]>;

export type SnsVerdict = { kind: "genuine" } | { kind: "forged" } | { kind: "undecided"; problem: string };

/** Whether Amazon signed it; undecided where its certificate cannot be had at the moment. */
export async function verifySns({ http }: { http: HttpClient }, envelope: SnsEnvelope): Promise<SnsVerdict> {
  const { Type, Signature, SignatureVersion, SigningCertURL } = envelope;
  if (!isAmazonUrl(SigningCertURL) || !SigningCertURL.endsWith(".pem")) return { kind: "forged" };
  const certificate = await findCertificate(http, SigningCertURL);
  if (typeof certificate === "string") return { kind: "undecided", problem: certificate };
  const signed = SIGNED_FIELDS[Type].flatMap((name) => (envelope[name] === undefined ? [] : [`${name}\n${envelope[name]}\n`])).join("");
  const isGenuine = createVerify(ALGORITHMS[SignatureVersion]).update(signed).verify(certificate.publicKey, Signature, "base64");
  return { kind: isGenuine ? "genuine" : "forged" };
}

const TIMEOUT_MS = 5_000;
const MOST_CERTIFICATES = 20;
/** A new certificate has a new address. */
const certificates = new Map<string, X509Certificate>();

/** A text says why there is none. */
async function findCertificate(http: HttpClient, url: string): Promise<X509Certificate | string> {
  const known = certificates.get(url);
  if (known) return known;
  const answer = await http.request({ method: "GET", url, timeoutMs: TIMEOUT_MS });
  if (answer.kind !== "answer") return `Amazon's certificate cannot be had: ${answer.problem}.`;
  if (answer.status !== 200) return `Amazon's certificate cannot be had: its address answers ${answer.status}.`;
  const certificate = readCertificate(answer.body);
  if (certificate === null) return "What Amazon's address answers is no certificate.";
  const [oldest] = certificates.keys();
  if (oldest !== undefined && certificates.size >= MOST_CERTIFICATES) certificates.delete(oldest);
  certificates.set(url, certificate);
  return certificate;
}

function readCertificate(text: string): X509Certificate | null {
  try {
    return new X509Certificate(text);
  } catch {
    return null;
  }
}
