import type { ApiReference } from "#lib/contracts/api/reference.ts";
import { CodeBlock } from "./code-block.tsx";

const REGISTER = `curl $WAYMARK/trackers \\
  -H "Authorization: Bearer $KEY" \\
  --json '{
  "carrier": "usps",
  "tracking_number": "EZ2000000002"
}'`;

/** From nothing to a parcel with a page, and what holds for every call. */
export function StartGuide({ reference }: { reference: ApiReference }) {
  const { base, samples } = reference;
  return (
    <>
      <section id="start" className="guide" aria-labelledby="start-heading">
        <div className="telling">
          <h2 id="start-heading">Start</h2>
          <p>
            Every call carries a key. Whoever runs this server makes the first one on the command line; it is shown once. A key that begins
            with <code>wm_test_</code> works on test data, one that begins with <code>wm_live_</code> on the real thing, and neither sees
            what the other made.
          </p>
          <p>
            With a test key, <code>EZ1000000001</code> to <code>EZ7000000007</code> are parcels in every state there is. Register one, and
            open the <code>public_url</code> of the answer: that is the page your customers get.
          </p>
        </div>
        <div className="codes">
          <CodeBlock
            title="Make a key"
            text={`export WAYMARK=${base}\nexport KEY=$(npm run -s waymark -- \\\n  key create --merchant fern --mode test)`}
          />
          <CodeBlock title="Register a parcel" text={REGISTER} />
          <CodeBlock title="A tracker" text={samples.tracker} />
        </div>
      </section>
      <section id="conventions" className="guide" aria-labelledby="conventions-heading">
        <div className="telling">
          <h2 id="conventions-heading">What holds everywhere</h2>
          <dl className="terms">
            <dt>Address</dt>
            <dd>
              All paths here begin with <code>{base}</code>. The same as OpenAPI 3.1 for your tools:{" "}
              <a href={`${base}/openapi.json`}>openapi.json</a>.
            </dd>
            <dt>Key</dt>
            <dd>
              <code>Authorization: Bearer &lt;key&gt;</code>, or HTTP Basic with the key as user. It belongs on a server, never in a page.
            </dd>
            <dt>Bodies</dt>
            <dd>JSON in UTF-8, up to 512 KB. A field that is not known here is refused, so that a slip of the keyboard is not lost.</dd>
            <dt>Answers</dt>
            <dd>
              JSON. Fields are only ever added, so let what you do not know pass. Whether there is a value or not, a field is there: an
              absent value is <code>null</code>.
            </dd>
            <dt>Times</dt>
            <dd>
              ISO 8601 in UTC. A scan&rsquo;s time is told as surely as the carrier told it: an instant, a wall clock, or a day, and how its
              zone is known. What nobody knows is not made up.
            </dd>
            <dt>Pages</dt>
            <dd>
              Lists go newest first, 20 at a time: <code>?limit=100&amp;before=&lt;last id&gt;</code> asks for what is older, and{" "}
              <code>has_more</code> says whether there is any.
            </dd>
            <dt>Again</dt>
            <dd>
              Everything that can come twice may: the same number is the same tracker, the same scan is one scan, the same order is one
              order. So try again without fear.
            </dd>
            <dt>Limits</dt>
            <dd>
              Calls are counted by key and minute. One too many is answered <code>429</code>, with the seconds to wait in{" "}
              <code>Retry-After</code>.
            </dd>
          </dl>
        </div>
      </section>
    </>
  );
}
