import { Icon } from "#components/ui/icon.tsx";
import type { ButtonFormView, SubscriptionPageView } from "#lib/view/subscribe-view.ts";
import { PageFrame } from "../page-frame.tsx";
import { Support } from "../support.tsx";
import type { Theme } from "../theme.ts";
import { NewsForm } from "./news-form.tsx";

/** A page about what somebody is told: one thing to read, and at most one to do, in the shop's look. */
export function SubscriptionPage({ view, theme }: { view: SubscriptionPageView; theme: Theme }) {
  const isBanner = view.brand.layout === "banner";
  const hasSteps = [view.form, view.buttonForm, view.parcel, view.link].some((step) => step !== null);
  return (
    <PageFrame view={view} theme={theme}>
      <div className={isBanner ? "wrap notice banner" : "wrap notice column"}>
        {isBanner ? (
          <>
            <div className="band">
              <Announcement view={view} />
            </div>
            {hasSteps && (
              <div className="card over-band subscription">
                <Steps view={view} />
              </div>
            )}
          </>
        ) : (
          <div className={view.brand.layout === "classic" ? "card hero subscription" : "subscription"}>
            <Announcement view={view} />
            <Steps view={view} />
          </div>
        )}
        {view.support !== null && <Support support={view.support} />}
      </div>
    </PageFrame>
  );
}

function Announcement({ view }: { view: SubscriptionPageView }) {
  return (
    <section className="answer" aria-labelledby="headline" data-tone={view.tone}>
      <span className="badge">
        <Icon name={view.icon} />
      </span>
      <h1 id="headline">{view.headline}</h1>
      <p className="lede">{view.text}</p>
    </section>
  );
}

function Steps({ view }: { view: SubscriptionPageView }) {
  const { parcel, form, buttonForm, link } = view;
  return (
    <>
      {parcel !== null && (
        <a className="parcel" href={parcel.href} rel="noreferrer">
          <Icon name="box" />
          <span className="min-w-0 grow">
            <span className="block font-semibold">{parcel.label}</span>
            <small>
              <bdi>{parcel.note}</bdi>
            </small>
          </span>
          <Icon name="chevron" />
        </a>
      )}
      {form !== null && <NewsForm form={form} />}
      {buttonForm !== null && <ButtonForm form={buttonForm} />}
      {link !== null && (
        <p>
          <a href={link.href}>{link.label}</a>
        </p>
      )}
    </>
  );
}

function ButtonForm({ form: { action, button, option, isMain } }: { form: ButtonFormView }) {
  return (
    <form className="news-form" action={action} method="post">
      {option?.label === null && <input type="hidden" name={option.name} value="1" />}
      {option?.label && (
        <label className="check">
          <input type="checkbox" name={option.name} value="1" autoComplete="off" />
          {option.label}
        </label>
      )}
      <button type="submit" className={isMain ? "button" : "button-quiet"}>
        {button}
      </button>
    </form>
  );
}
