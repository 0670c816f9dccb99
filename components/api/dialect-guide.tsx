import { CodeBlock } from "./code-block.tsx";

/** Whoever speaks to one of the three vendors today changes one line. */
export function DialectGuide({ origin }: { origin: string }) {
  return (
    <section id="dialects" className="guide" aria-labelledby="dialects-heading">
      <div className="telling">
        <h2 id="dialects-heading">EasyPost, Shippo, ShipEngine</h2>
        <p>
          A shop that speaks to one of them today can go on doing so: this server answers their tracking calls as they do, with their
          objects, their codes and their errors. The official clients work as they are; only their address changes, and the key is one of
          ours.
        </p>
        <dl className="terms">
          <dt>EasyPost</dt>
          <dd>
            Trackers, batches of them, events, webhooks and the brand, below <code>/v2</code>. <code>public_url</code> is the page here.
          </dd>
          <dt>Shippo</dt>
          <dd>
            <code>/tracks</code> and <code>/webhooks</code>, with or without a slash at the end.
          </dd>
          <dt>ShipEngine</dt>
          <dd>
            <code>/v1/tracking</code>, start and stop, and <code>/v1/environment/webhooks</code>.
          </dd>
        </dl>
        <p>Their test numbers do what they do there, with a test key and without any account.</p>
      </div>
      <div className="codes">
        <CodeBlock title="@easypost/api" text={`const client = new EasyPost(key, {\n  baseUrl: "${origin}/v2/",\n});`} />
        <CodeBlock title="shippo" text={`const client = new Shippo({\n  apiKeyHeader: key,\n  serverURL: "${origin}",\n});`} />
        <CodeBlock title="shipengine" text={`const client = new ShipEngine({\n  apiKey: key,\n  baseURL: "${origin}",\n});`} />
      </div>
    </section>
  );
}
