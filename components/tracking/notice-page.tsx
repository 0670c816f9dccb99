import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/ui/icon.tsx";
import type { Layout } from "#lib/branding/brand.ts";
import type { NoticeView } from "#lib/view/tracking-view.ts";
import { DetailsList } from "./details-list.tsx";
import { LookupForm } from "./lookup-form.tsx";
import { PageFrame } from "./page-frame.tsx";
import { Support } from "./support.tsx";
import type { Theme } from "./theme.ts";

const REASON_ICONS: Record<NoticeView["reason"], IconName> = {
  not_yet_known: "clock",
  unknown_carrier: "question",
  not_found: "question",
  too_many: "clock",
  error: "alert",
  lookup: "box",
};

/** A page that is not about a known parcel: look-up, not yet known, not found, out of order. */
export function NoticePage({ view, theme }: { view: NoticeView; theme: Theme }) {
  return (
    <PageFrame view={view} theme={theme}>
      {LAYOUTS[view.brand.layout](view)}
    </PageFrame>
  );
}

const LAYOUTS: Record<Layout, (view: NoticeView) => ReactNode> = {
  classic: (view) => (
    <div className="wrap notice column">
      <div className="card hero">
        <Announcement view={view} />
        <NextSteps view={view} />
      </div>
      <DemoIndex view={view} />
      <Particulars view={view} />
    </div>
  ),
  banner: (view) => (
    <div className="wrap notice banner">
      <div className="band">
        <Announcement view={view} />
      </div>
      {(view.form !== null || view.choices.length > 0) && (
        <div className="card over-band">
          <NextSteps view={view} />
        </div>
      )}
      <DemoIndex view={view} />
      <div className="tiles">
        <Particulars view={view} />
      </div>
    </div>
  ),
  minimal: (view) => (
    <div className="wrap notice">
      <Announcement view={view} />
      <NextSteps view={view} />
      <DemoIndex view={view} />
      <Particulars view={view} />
    </div>
  ),
};

export function Announcement({ view }: { view: NoticeView }) {
  return (
    <section className="answer" aria-labelledby="headline" data-tone={view.reason === "error" ? "attention" : "muted"}>
      <span className="badge">
        <Icon name={REASON_ICONS[view.reason]} />
      </span>
      <h1 id="headline">{view.headline}</h1>
      {view.paragraphs.map((paragraph) => (
        <p className="lede" key={paragraph}>
          {paragraph}
        </p>
      ))}
    </section>
  );
}

function NextSteps({ view }: { view: NoticeView }) {
  return (
    <>
      {view.choices.length > 0 && (
        <ul className="choices">
          {view.choices.map((choice) => (
            <li key={choice.href}>
              <a className="parcel" href={choice.href}>
                <bdi className="grow font-semibold">{choice.label}</bdi>
                <Icon name="chevron" />
              </a>
            </li>
          ))}
        </ul>
      )}
      {view.form !== null && <LookupForm form={view.form} />}
    </>
  );
}

/** Written for whoever tries Waymark out, and so in English on every page. */
function DemoIndex({ view: { linkGroups, visitorEntry } }: { view: NoticeView }) {
  return (
    <>
      {visitorEntry !== null && <VisitorEntry action={visitorEntry} />}
      {linkGroups.map(({ heading, links }) => (
        <section className="link-group" key={heading} lang="en" dir="ltr">
          <h2>{heading}</h2>
          <ul>
            {links.map(({ href, label, note }) => (
              <li key={href}>
                <a className="parcel" href={href}>
                  <span className="min-w-0 grow">
                    <span className="block font-semibold">{label}</span>
                    <small>{note}</small>
                  </span>
                  <Icon name="chevron" />
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function VisitorEntry({ action }: { action: string }) {
  return (
    <form className="link-group visitor-entry" action={action} method="post" lang="en" dir="ltr">
      <div>
        <h2>The shop's side</h2>
        <p>A console of your own for a day, with parcels and a brand to change. No account.</p>
      </div>
      <button type="submit" className="button">
        Try the console
      </button>
    </form>
  );
}

function Particulars({ view }: { view: NoticeView }) {
  return (
    <>
      {view.details.length > 0 && <DetailsList details={view.details} labels={view.labels} />}
      {view.support !== null && <Support support={view.support} />}
    </>
  );
}
