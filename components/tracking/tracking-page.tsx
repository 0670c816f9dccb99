import type { ReactNode } from "react";
import type { Layout } from "#lib/branding/brand.ts";
import type { TrackingView } from "#lib/view/tracking-view.ts";
import { Answer } from "./answer.tsx";
import { DetailsList } from "./details-list.tsx";
import { Journey } from "./journey.tsx";
import { Order } from "./order.tsx";
import { PageFrame } from "./page-frame.tsx";
import { Progress } from "./progress.tsx";
import { Promo } from "./promo.tsx";
import { RouteMap } from "./route-map.tsx";
import { Subscribe } from "./subscription/subscribe.tsx";
import { Support } from "./support.tsx";
import type { Theme } from "./theme.ts";

/** The whole page of a known parcel: the same pieces, put together three ways. */
export function TrackingPage({ view, theme }: { view: TrackingView; theme: Theme }) {
  return (
    <PageFrame view={view} theme={theme}>
      {LAYOUTS[view.brand.layout](view)}
    </PageFrame>
  );
}

const LAYOUTS: Record<Layout, (view: TrackingView) => ReactNode> = {
  classic: (view) => (
    <div className="wrap columns">
      <div className="column">
        <div className="card hero">
          <Answer view={view} />
          <Progress view={view} />
          <AskForNews view={view} />
        </div>
        <Journey view={view} />
        <ShopNews view={view} />
      </div>
      <div className="column">
        <MapOfRoute view={view} />
        <Particulars view={view} />
      </div>
    </div>
  ),
  banner: (view) => (
    <div className="wrap banner">
      <div className="band">
        <Answer view={view} />
      </div>
      <div className="card over-band">
        <Progress view={view} />
        <AskForNews view={view} />
      </div>
      <Journey view={view} />
      <MapOfRoute view={view} />
      <div className="tiles">
        <Particulars view={view} />
        <ShopNews view={view} />
      </div>
    </div>
  ),
  minimal: (view) => (
    <div className="wrap">
      <Answer view={view} />
      <Progress view={view} />
      <AskForNews view={view} />
      <Journey view={view} />
      <MapOfRoute view={view} />
      <Particulars view={view} />
      <ShopNews view={view} />
    </div>
  ),
};

function AskForNews({ view }: { view: TrackingView }) {
  return view.subscribe === null ? null : <Subscribe subscribe={view.subscribe} />;
}

function MapOfRoute({ view }: { view: TrackingView }) {
  return view.map === null ? null : <RouteMap map={view.map} label={view.labels.map} />;
}

function Particulars({ view }: { view: TrackingView }) {
  return (
    <>
      {view.order !== null && <Order order={view.order} />}
      {view.details.length > 0 && <DetailsList details={view.details} labels={view.labels} />}
      {view.support !== null && <Support support={view.support} />}
    </>
  );
}

function ShopNews({ view }: { view: TrackingView }) {
  return view.promo === null ? null : <Promo promo={view.promo} />;
}
