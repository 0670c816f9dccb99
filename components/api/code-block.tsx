import { Fragment } from "react";
import { highlightJson } from "./highlight-json.ts";

/** A text to copy; a keyboard can scroll it where it is wider than the screen. */
export function CodeBlock({ title, text }: { title: string; text: string }) {
  return (
    <figure className="code">
      <figcaption>{title}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <pre tabIndex={0}>
        <code>
          {highlightJson(text).map((token) => (
            <Fragment key={token.at}>{token.kind === "plain" ? token.text : <span className={token.kind}>{token.text}</span>}</Fragment>
          ))}
        </code>
      </pre>
    </figure>
  );
}
