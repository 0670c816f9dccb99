import type { ApiReference } from "#lib/contracts/api/reference.ts";
import { CodeBlock } from "./code-block.tsx";

const VERIFY = `import { Webhook } from "standardwebhooks";

// whsec_…, as the endpoint's making told it
const webhook = new Webhook(process.env.SECRET);

// The body byte by byte as it came,
// not parsed and written again.
const event = webhook.verify(body, request.headers);`;

const BY_HAND = `key  = base64_decode(secret without "whsec_")
text = webhook-id "." webhook-timestamp "." body
"v1," + base64(hmac_sha256(key, text))
  is one of webhook-signature`;

const FORMATS = [
  { format: "standard", body: "As shown here.", proof: "Standard Webhooks: webhook-id, webhook-timestamp, webhook-signature." },
  {
    format: "easypost",
    body: "EasyPost’s Event with its Tracker.",
    proof: "X-Hmac-Signature, and X-Hmac-Signature-V2 with X-Timestamp and X-Path.",
  },
  { format: "shippo", body: "Shippo’s track_updated.", proof: "Shippo-Auth-Signature, where it has a secret." },
  { format: "shipengine", body: "ShipEngine’s API_TRACK.", proof: "RSA-SHA256 by our key, published at /jwks." },
];

/** What endpoints are sent, and how a receiver knows that it was us. */
export function WebhookGuide({ reference }: { reference: ApiReference }) {
  return (
    <section id="webhooks" className="guide" aria-labelledby="webhooks-heading">
      <div className="telling">
        <h2 id="webhooks-heading">Webhooks</h2>
        <p>
          An <a href="#endpoints">endpoint</a> is told of every <code>tracker.created</code> and <code>tracker.updated</code>: the whole
          tracker as it was right after, and beside it, in <code>previous</code>, what was different before.
        </p>
        <h3>Know that it was us</h3>
        <p>
          Events of the format <code>standard</code> are signed as <a href="https://www.standardwebhooks.com/">Standard Webhooks</a> has it;
          there are libraries for every language. Refuse what is older than five minutes. For 24 hours after a secret was rotated the header
          holds two signatures with a space between them, and one that fits is enough.
        </p>
        <h3>Answer, then work</h3>
        <p>
          Answer with any 2xx within 15 seconds. Anything else, a redirect among it, is tried again twelve times over about three days,
          later and later; <code>Retry-After</code> is respected, and <code>410</code> ends the endpoint. Events may come twice and in any
          order: know them by <code>webhook-id</code>, and trackers by <code>updated_at</code>. Every attempt is listed in{" "}
          <a href="#listDeliveries">deliveries</a>, and can be replayed.
        </p>
        <h3>Formats</h3>
        <dl className="terms">
          {FORMATS.map(({ format, body, proof }) => (
            <div key={format}>
              <dt>
                <code>{format}</code>
              </dt>
              <dd>
                {body} {proof}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="codes">
        <CodeBlock title="Verify, in Node" text={VERIFY} />
        <CodeBlock title="Verify, by hand" text={BY_HAND} />
        <CodeBlock title="An event" text={reference.samples.event} />
      </div>
    </section>
  );
}
