import type { ColorChange, ContrastLine, Scheme, SchemeAdvice } from "#lib/branding/contrast-advice.ts";
import { Icon, type IconName } from "../../../ui/icon.tsx";
import { Swatch } from "./swatch.tsx";

const SCHEMES: Readonly<Record<Scheme, { icon: IconName; words: string }>> = {
  light: { icon: "sun", words: "Light page" },
  dark: { icon: "moon", words: "Dark page" },
};

/** What a colour does on the page, light and dark beside each other, and what was changed so that it can be read. */
export function ContrastTable({ caption, advice }: { caption: string; advice: readonly SchemeAdvice[] }) {
  const rows = advice[0]?.lines.map(({ text }) => text) ?? [];
  return (
    <div className="grid gap-2 text-sm">
      <table className="w-full">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-muted">
            <th scope="col" className="text-left font-normal">
              Contrast
            </th>
            {advice.map(({ scheme }) => (
              <th key={scheme} scope="col" className="w-28 pb-0.5 text-right font-normal">
                <Icon name={SCHEMES[scheme].icon} className="mr-1 inline align-[-0.2em]" />
                {SCHEMES[scheme].words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((text, row) => (
            <tr key={text} className="border-line border-t">
              <th scope="row" className="py-1 text-left font-normal">
                {text}
              </th>
              {advice.map(({ scheme, lines }) => (
                <td key={scheme} className="py-1 text-right">
                  {lines[row] && <Ratio line={lines[row]} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {advice.map(
        ({ scheme, changes }) =>
          changes.length > 0 && <Changes key={scheme} title={SCHEMES[scheme].words} icon={SCHEMES[scheme].icon} changes={changes} />,
      )}
    </div>
  );
}

function Ratio({ line: { front, surface, isText, ratio, minimum, isEnough } }: { line: ContrastLine }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap" title={`At least ${minimum}:1 is needed`}>
      <span
        aria-hidden="true"
        className="grid h-5 w-7 place-items-center rounded-[0.3rem] font-semibold text-[0.6875rem] shadow-[inset_0_0_0_1px_var(--line)]"
        style={{ backgroundColor: surface, color: front }}
      >
        {isText ? "Aa" : <span className="size-2.5 rounded-full bg-current" />}
      </span>
      {ratio}:1
      <Icon name={isEnough ? "check" : "alert"} className={isEnough ? "text-good" : "text-bad"} />
      <span className="sr-only">{isEnough ? "enough" : "too little"}</span>
    </span>
  );
}

function Changes({ title, icon, changes }: { title: string; icon: IconName; changes: readonly ColorChange[] }) {
  return (
    <div className="grid gap-1.5 rounded-control bg-sunken px-3 py-2">
      <p className="flex items-center gap-1.5 font-medium">
        <Icon name={icon} />
        {title}: adjusted for you
      </p>
      <ul className="grid gap-1.5">
        {changes.map(({ text, from, to, why }) => (
          <li key={text} className="grid gap-0.5">
            <span className="flex flex-wrap items-center gap-x-1.5">
              {text}
              <span className="ml-auto flex items-center gap-1.5 font-mono text-[0.8125rem]">
                <Swatch color={from} /> <span className="sr-only">from</span>
                {from}
                <Icon name="arrow" className="text-muted" />
                <span className="sr-only">to</span>
                <Swatch color={to} />
                {to}
              </span>
            </span>
            <span className="text-muted">{why}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
