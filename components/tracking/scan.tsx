import { Icon } from "#components/ui/icon.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ScanView } from "#lib/view/tracking-view.ts";

const stateOf = (scan: ScanView) => (scan.isProblem ? "problem" : scan.isLatest ? "latest" : undefined);

export function Scan({ scan, latestLabel }: { scan: ScanView; latestLabel: string }) {
  return (
    <li className="scan" data-state={stateOf(scan)} data-latest={scan.isLatest ? "" : undefined}>
      <div className="scan-when">
        {scan.local !== null && <Time time={scan.local} className="scan-local" />}
        {scan.utc !== null && <Time time={scan.utc} className="scan-utc" />}
        {scan.timeNote !== null && <span className="scan-note">{scan.timeNote}</span>}
      </div>
      <div className="scan-what">
        <p className="scan-title">
          {scan.isLatest && <span className="sr-only">{latestLabel}: </span>}
          <bdi>{scan.title}</bdi>
        </p>
        {scan.place !== "" && (
          <p className="scan-place" data-unknown={scan.placeKnown ? undefined : ""}>
            <bdi>{scan.place}</bdi>
          </p>
        )}
        {scan.handOff !== null && <ScanFact icon="handover" text={scan.handOff} />}
        {scan.signer !== null && <ScanFact icon="pen" text={scan.signer} />}
        {scan.proofOfDelivery !== null && (
          <a className="scan-fact" href={scan.proofOfDelivery.href} rel="noreferrer">
            <Icon name="image" />
            {scan.proofOfDelivery.label}
          </a>
        )}
      </div>
    </li>
  );
}

function ScanFact({ icon, text }: { icon: "handover" | "pen"; text: string }) {
  return (
    <p className="scan-fact">
      <Icon name={icon} />
      <bdi>{text}</bdi>
    </p>
  );
}
