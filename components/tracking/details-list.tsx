import { Card } from "#components/ui/card.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { DetailView, PageLabels } from "#lib/view/tracking-view.ts";

export function DetailsList({ details, labels }: { details: readonly DetailView[]; labels: PageLabels }) {
  return (
    <Card id="details" heading={labels.details}>
      <dl className="details-list">
        {details.map((detail, index) => (
          <div key={detail.label}>
            <dt id={`detail-${index}`}>{detail.label}</dt>
            <dd>
              <DetailValue detail={detail} />
              {detail.copy !== null && <CopyButton text={detail.copy} labels={labels} describedBy={`detail-${index}`} />}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function DetailValue({ detail }: { detail: DetailView }) {
  /* What can be copied is a code: it reads left to right in every language. */
  const value = <bdi {...(detail.copy === null ? {} : { dir: "ltr", className: "code" })}>{detail.value}</bdi>;
  if (detail.href === null) return value;
  return (
    <a href={detail.href} rel="noreferrer">
      {value}
    </a>
  );
}

/** Pressed by a script, and only seen where there is one. */
function CopyButton({ text, labels, describedBy }: { text: string; labels: PageLabels; describedBy: string }) {
  return (
    <button
      type="button"
      className="copy"
      data-copy={text}
      data-copied={labels.copied}
      aria-label={labels.copy}
      aria-describedby={describedBy}
    >
      <Icon name="copy" />
      <Icon name="check" />
    </button>
  );
}
