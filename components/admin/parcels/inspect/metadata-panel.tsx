import { Panel } from "../../ui/panel.tsx";

/** What the shop itself wrote on the parcel. */
export function MetadataPanel({ metadata }: { metadata: string | null }) {
  if (metadata === null) return null;
  return (
    <Panel title="Metadata" description="What your shop wrote on the parcel by the API.">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <pre tabIndex={0} className="overflow-auto whitespace-pre-wrap font-mono text-sm">
        {metadata}
      </pre>
    </Panel>
  );
}
