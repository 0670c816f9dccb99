/** What came of asking browser and authenticator. */
export type CeremonyOutcome =
  | { kind: "done" }
  /** The person changed their mind, or took too long. */
  | { kind: "cancelled" }
  /** Signed in too long ago to add a key. */
  | { kind: "stale" }
  | { kind: "failed" };

const AT = "/admin/auth/passkey";

/** Whether this browser knows passkeys well enough for the little we write ourselves. */
export function hasPasskeys(): boolean {
  return typeof PublicKeyCredential === "function" && typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function";
}

export async function signInWithPasskey(): Promise<CeremonyOutcome> {
  return perform(async () => {
    const options = await ask<PublicKeyCredentialRequestOptionsJSON>("generate-authenticate-options");
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
    await tell("verify-authentication", { response: await toJson(navigator.credentials.get({ publicKey })) });
  });
}

export async function addPasskey(name: string): Promise<CeremonyOutcome> {
  return perform(async () => {
    const options = await ask<PublicKeyCredentialCreationOptionsJSON>("generate-register-options");
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    await tell("verify-registration", { name, response: await toJson(navigator.credentials.create({ publicKey })) });
  });
}

async function perform(ceremony: () => Promise<void>): Promise<CeremonyOutcome> {
  try {
    await ceremony();
    return { kind: "done" };
  } catch (error) {
    if (error instanceof DOMException && ["NotAllowedError", "AbortError"].includes(error.name)) return { kind: "cancelled" };
    return { kind: error instanceof Refused && error.status === 403 ? "stale" : "failed" };
  }
}

class Refused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
  }
}

async function ask<Options>(path: string): Promise<Options> {
  const response = await fetch(`${AT}/${path}`, { cache: "no-store" });
  if (!response.ok) throw new Refused(response.status);
  return (await response.json()) as Options;
}

async function tell(path: string, body: unknown): Promise<void> {
  const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`${AT}/${path}`, init);
  if (!response.ok) throw new Refused(response.status);
}

async function toJson(asking: Promise<Credential | null>): Promise<unknown> {
  const credential = await asking;
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException("No key was chosen.", "NotAllowedError");
  return credential.toJSON();
}
