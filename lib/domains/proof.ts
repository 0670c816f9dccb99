import { type RandomBytes, randomToken } from "#lib/shared/ids.ts";

/** The label before a host under which its proof is looked for. */
export const PROOF_LABEL = "_waymark";

export const proofName = (host: string) => `${PROOF_LABEL}.${host}`;

/** What the TXT record must say: a claim's own, so that one shop's record proves nothing for another. */
export const newProof = (random: RandomBytes) => `waymark=${randomToken(random)}`;

/** Some DNS forms keep the quotes that people type. */
export const isProof = (text: string, proof: string) => text.trim().replace(/^"(.*)"$/, "$1") === proof;
