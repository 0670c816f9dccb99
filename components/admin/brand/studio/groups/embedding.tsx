import { CopyButton } from "../../../ui/copy-button.island.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useDesk } from "../desk.ts";
import { listAt } from "../draft.ts";
import { OriginsField } from "../fields/origins-field.tsx";

/** Who may frame the news, and the two lines that do it. */
export function Embedding({ snippet }: { snippet: string }) {
  const { draft } = useDesk();
  const isAllowed = listAt(draft, "embedOrigins").length > 0;
  return (
    <>
      {!isAllowed && <Notice>No site is allowed yet: browsers refuse your embeds everywhere.</Notice>}
      <OriginsField />
      <div className="grid gap-2">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h3 className="font-medium text-[0.9375rem] tracking-normal">On your page</h3>
          <CopyButton text={snippet} label="Copy both lines" />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
        <pre tabIndex={0} className="overflow-x-auto rounded-control bg-sunken p-3 font-mono text-sm">
          {snippet}
        </pre>
        <p className="text-muted text-sm">
          With the parcel's carrier and number in place of the capitals. Add its key for what only the private link shows, and for a form
          where shoppers type a number, use <code className="font-mono">{"<waymark-lookup>"}</code> instead.
        </p>
      </div>
    </>
  );
}
