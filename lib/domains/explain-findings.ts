import type { FindingText } from "#lib/view/domain-view.ts";
import type { Findings } from "./findings.ts";
import { proofName } from "./proof.ts";

export function explainProof(host: string, { proof }: Findings): FindingText {
  switch (proof.kind) {
    case "right":
      return { kind: "right", text: "The proof is there.", found: [] };
    case "wrong":
      return { kind: "wrong", text: `There are TXT records at ${proofName(host)}, but none holds this value.`, found: proof.found };
    case "none":
      return { kind: "missing", text: `There is no TXT record at ${proofName(host)}.`, found: [] };
    case "broken":
      return { kind: "unknown", text: `Could not be looked up: ${proof.problem}.`, found: [] };
  }
}

export function explainPointer(host: string, { pointer }: Findings): FindingText {
  switch (pointer.kind) {
    case "here":
      return { kind: "right", text: "The name points here.", found: [] };
    case "elsewhere":
      return {
        kind: "wrong",
        text: pointer.isOnlyPartly
          ? `${host} points here, but elsewhere as well: remove what does not belong.`
          : `${host} points elsewhere. If a proxy or CDN stands in front of it, switch that off for this name.`,
        found: pointer.found,
      };
    case "none":
      return { kind: "missing", text: `${host} points nowhere.`, found: [] };
    case "broken":
      return { kind: "unknown", text: `Could not be looked up: ${pointer.problem}.`, found: [] };
  }
}

/** The first thing that is wrong, as the rest of a sentence. */
export function mainProblem(host: string, { proof, pointer }: Pick<Findings, "proof" | "pointer">): string {
  if (proof.kind === "none") return `the TXT record at ${proofName(host)} is gone`;
  if (proof.kind === "wrong") return `the TXT record at ${proofName(host)} has another value`;
  if (pointer.kind === "none") return "the name points nowhere";
  return "the name points elsewhere";
}
