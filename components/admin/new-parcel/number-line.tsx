import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { CarrierInput } from "./carrier-input.tsx";
import type { NumberCheck } from "./number-check.ts";

interface NumberLineProps {
  number: string;
  /** Null until the server has looked at it. */
  check: NumberCheck | null;
  /** What was typed into the carrier's field; empty to have it told by the number. */
  carrierText: string;
  isCarrierUnknown: boolean;
  nameOf: (slug: string) => string;
  listId: string;
  onCarrier: (text: string) => void;
}

/** One number with what it looks like, and the field to correct that. */
export function NumberLine(props: NumberLineProps) {
  const { number, check, carrierText, isCarrierUnknown, nameOf, listId, onCarrier } = props;
  const isReady = check?.kind === "ready";
  return (
    <li className="grid gap-x-4 gap-y-2 px-4 py-3 sm:grid-cols-[1fr_15rem] sm:px-5">
      <div className="grid min-w-0 content-start gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 font-medium font-mono text-[0.9375rem] [overflow-wrap:anywhere]">
            {isReady ? check.numberText : number}
          </span>
          {check === null ? <span className="text-muted text-sm">Looking…</span> : <Verdict check={check} />}
        </p>
        {isReady && (
          <p>
            {nameOf(check.carrier)}
            <span className="text-muted">{carrierText === "" ? ", told by the number" : ", as you chose"}</span>
          </p>
        )}
        {isCarrierUnknown ? (
          <Hint tone="bad">{`“${carrierText}” is no carrier we know. Choose one of the list.`}</Hint>
        ) : (
          check && <Advice check={check} nameOf={nameOf} onCarrier={onCarrier} />
        )}
      </div>
      {check?.kind !== "malformed" && (
        <CarrierInput
          label={`Carrier of ${number}`}
          listId={listId}
          value={carrierText}
          placeholder={isReady ? "Another carrier" : "Choose the carrier"}
          isWrong={isCarrierUnknown || check?.kind === "carrier_needed"}
          onChange={onCarrier}
        />
      )}
    </li>
  );
}

function Verdict({ check }: { check: NumberCheck }) {
  if (check.kind === "malformed") return <Badge tone="bad">No tracking number</Badge>;
  if (isNearMiss(check)) return <Badge tone="warn">Mistyped?</Badge>;
  if (check.kind === "carrier_needed") return <Badge tone="warn">Which carrier?</Badge>;
  return check.knownAs === null ? <Badge tone="good">Ready</Badge> : <Badge tone="info">Here already</Badge>;
}

/** One digit off, as far as anybody can tell. */
function isNearMiss(check: Exclude<NumberCheck, { kind: "malformed" }>): boolean {
  return check.kind === "ready" ? check.mistype !== null : check.candidates.length === 0 && check.nearMisses.length > 0;
}

function Advice({ check, nameOf, onCarrier }: { check: NumberCheck } & Pick<NumberLineProps, "nameOf" | "onCarrier">) {
  if (check.kind === "malformed") return <Hint tone="bad">A tracking number has 4 to 40 letters and digits.</Hint>;
  if (check.kind === "ready") {
    if (check.mistype !== null) return <Hint tone="warn">{`For ${nameOf(check.carrier)}: ${check.mistype}`}</Hint>;
    if (check.knownAs === null) return null;
    return (
      <Hint tone="info">
        <Link href={`/admin/parcels/${check.knownAs}`} prefetch={false}>
          Open the parcel
        </Link>
        , or add it to an order below.
      </Hint>
    );
  }
  const { candidates, nearMisses } = check;
  if (candidates.length > 0) {
    return (
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-muted text-sm">By its number it could be</span>
        {candidates.slice(0, 4).map((slug) => (
          <Button key={slug} size="small" onClick={() => onCarrier(nameOf(slug))}>
            {nameOf(slug)}
          </Button>
        ))}
      </div>
    );
  }
  if (nearMisses.length === 0) return <Hint tone="warn">No carrier’s numbers look like this one: choose its carrier.</Hint>;
  return nearMisses.map(({ carrier, reason }) => <Hint key={carrier} tone="warn">{`For ${nameOf(carrier)}: ${reason}`}</Hint>);
}

const TONES = { bad: "text-bad", warn: "text-warn", info: "text-muted" } as const;

function Hint({ tone, children }: { tone: keyof typeof TONES; children: ReactNode }) {
  return (
    <p className={`flex items-start gap-1.5 text-sm ${TONES[tone]}`}>
      <Icon name={tone === "info" ? "info" : "alert"} className="mt-0.5" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
