import type { ApiReference } from "#lib/contracts/api/reference.ts";
import { CodeBlock } from "./code-block.tsx";
import { ObjectLink } from "./field-list.tsx";

const PROBLEM = {
  type: "about:blank",
  code: "input_invalid",
  title: "Input not valid",
  status: 422,
  detail: "scans.0.occurred_at: must be a time such as 2026-03-01T17:04:00-06:00 (and 1 more).",
  errors: [
    { path: "scans.0.occurred_at", message: "must be a time such as 2026-03-01T17:04:00-06:00" },
    { path: "scans.0.place.cty", message: "is not known here: check its spelling" },
  ],
  request_id: "0d68c01e-ba9a-4cb1-bab5-c187a1bb8206",
};

export function ErrorGuide({ problems }: { problems: ApiReference["problems"] }) {
  return (
    <section id="errors" className="guide" aria-labelledby="errors-heading">
      <div className="telling">
        <h2 id="errors-heading">Errors</h2>
        <p>
          What goes wrong is answered as <code>application/problem+json</code> (RFC 9457), a <ObjectLink name="Problem" />. The{" "}
          <code>code</code> is for your program and the <code>detail</code> for you; everything that is wrong with an input is told at once.
          What is another merchant&rsquo;s is not there: 404.
        </p>
        <p>
          Try again after <code>429</code>, <code>500</code> and <code>503</code>; after the others, change the call first.
        </p>
        <table>
          <thead>
            <tr>
              <th scope="col">Status</th>
              <th scope="col">Code</th>
              <th scope="col">Meaning</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ code, status, title }) => (
              <tr key={code}>
                <td>{status}</td>
                <td>
                  <code>{code}</code>
                </td>
                <td>{title}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <CodeBlock title="A problem" text={JSON.stringify(PROBLEM, null, 2)} />
    </section>
  );
}
