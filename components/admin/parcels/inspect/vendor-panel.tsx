import type { InspectedHeader, InspectedScan, InspectedVendor } from "#lib/view/inspect-vendors.ts";
import { Badge } from "../../ui/badge.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";
import { VendorWords } from "./vendor-words.tsx";

/** All that one vendor said of the parcel, newest first. */
export function VendorPanel({ vendor }: { vendor: InspectedVendor }) {
  const { name, isDeciding, headers, scans } = vendor;
  return (
    <Panel title={name} actions={isDeciding && <Badge tone="good">Its word counts</Badge>} isFlush>
      {headers.length > 0 && (
        <section className="grid gap-3 border-line border-b px-4 py-4 sm:px-5">
          <h3 className="font-medium text-muted text-sm">The parcel as a whole</h3>
          <ol className="grid gap-3">
            {headers.map((header) => (
              <Header key={header.key} header={header} />
            ))}
          </ol>
        </section>
      )}
      {scans.length === 0 ? (
        <p className="px-4 py-4 text-muted sm:px-5">No scans from {name}.</p>
      ) : (
        <ol aria-label={`Scans from ${name}`}>
          {scans.map((scan) => (
            <Scan key={scan.key} scan={scan} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Header({ header: { asOf, words, reading, decides } }: { header: InspectedHeader }) {
  return (
    <li className="grid gap-1">
      <VendorWords words={words} reading={reading} />
      <p className="text-muted text-sm">
        {asOf ? (
          <>
            As of <Moment moment={asOf} />.
          </>
        ) : (
          "It does not say as of when."
        )}{" "}
        {decides.length === 0 ? "Decides nothing any more." : `Decides ${listed(decides)}.`}
      </p>
    </li>
  );
}

const lists = new Intl.ListFormat("en-GB");
const listed = (words: readonly string[]) => lists.format(words);

function Scan({ scan }: { scan: InspectedScan }) {
  const { time, place, message, words, reading, signer, receivedAt, hidden } = scan;
  return (
    <li
      className={`grid gap-x-4 gap-y-1 border-line border-t px-4 py-3 first:border-t-0 sm:grid-cols-[9.5rem_1fr] sm:px-5 ${hidden ? "opacity-75" : ""}`}
    >
      <div className="grid content-start">
        <span className="tabular-nums">{time.dateTime ? <time dateTime={time.dateTime}>{time.text}</time> : time.text}</span>
        {time.utc && <span className="text-muted text-sm tabular-nums">{time.utc}</span>}
      </div>
      <div className="grid min-w-0 gap-1">
        {message && <p className="font-medium">{message}</p>}
        <VendorWords words={words} reading={reading} />
        <p className="text-muted text-sm">
          {[place ?? "No place given", ...(signer ? [`signed by ${signer}`] : [])].join(", ")}. {time.evidence.join(" ")} Came in{" "}
          <Moment moment={receivedAt} />.
        </p>
        {hidden && <p className="text-sm">{hidden}</p>}
      </div>
    </li>
  );
}
