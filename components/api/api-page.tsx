import type { ApiReference, ReferenceGroup } from "#lib/contracts/api/reference.ts";
import { ApiNav } from "./api-nav.tsx";
import { DialectGuide } from "./dialect-guide.tsx";
import { ErrorGuide } from "./error-guide.tsx";
import { ObjectSection } from "./object-section.tsx";
import { Method, OperationArticle } from "./operation.tsx";
import { StartGuide } from "./start-guide.tsx";
import { WebhookGuide } from "./webhook-guide.tsx";

/** The API for people: how to begin, every call, every object. */
export function ApiPage({ reference }: { reference: ApiReference }) {
  const { base, groups, objects, problems, origin } = reference;
  return (
    <>
      <a className="skip-link" href="#content">
        Skip to the content
      </a>
      <header className="masthead">
        <div>
          <p className="wordmark">Waymark</p>
          <h1>The API</h1>
          <p className="lede">Parcels and their news, orders, and the look of your pages. In JSON, over HTTP, with a key.</p>
          <p className="links">
            <code>{base}</code>
            <a className="on-band" href={`${base}/openapi.json`}>
              OpenAPI 3.1
            </a>
          </p>
        </div>
      </header>
      <div className="columns">
        <ApiNav groups={groups} />
        <main id="content" tabIndex={-1}>
          <StartGuide reference={reference} />
          {groups.map((group) => (
            <GroupSection key={group.name} group={group} />
          ))}
          <WebhookGuide reference={reference} />
          <ErrorGuide problems={problems} />
          <DialectGuide origin={origin} />
          <ObjectSection objects={objects} />
        </main>
      </div>
    </>
  );
}

function GroupSection({ group: { name, title, introduction, operations } }: { group: ReferenceGroup }) {
  return (
    <section id={name} aria-labelledby={`${name}-heading`}>
      <div className="group-head">
        <div>
          <h2 id={`${name}-heading`}>{title}</h2>
          <p>{introduction}</p>
        </div>
        <ul className="table-of-calls">
          {operations.map(({ id, method, path }) => (
            <li key={id}>
              <a href={`#${id}`}>
                <Method method={method} />
                <code>{path}</code>
              </a>
            </li>
          ))}
        </ul>
      </div>
      {operations.map((operation) => (
        <OperationArticle key={operation.id} operation={operation} />
      ))}
    </section>
  );
}
