import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { openConsole } from "#app/_server/console/open-console.ts";
import { ActionButton } from "#components/admin/overview/action-button.island.tsx";
import { hrefInMode } from "#components/admin/overview/mode-tabs.tsx";
import { AnswerPanel } from "#components/admin/parcels/inspect/answer-panel.tsx";
import { DeleteParcel } from "#components/admin/parcels/inspect/delete-parcel.island.tsx";
import { LinksRow } from "#components/admin/parcels/inspect/links-row.tsx";
import { PageFrame } from "#components/admin/parcels/inspect/page-frame.island.tsx";
import { LinkButton } from "#components/admin/ui/button.tsx";
import { ConfirmAction } from "#components/admin/ui/confirm-action.island.tsx";
import { Moment } from "#components/admin/ui/moment.tsx";
import { Notice } from "#components/admin/ui/notice.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { TabLinks } from "#components/admin/ui/tab-links.tsx";
import { DEFAULT_BRAND } from "#lib/branding/default-brand.ts";
import { findCarrier } from "#lib/carriers/catalog.ts";
import { groupTrackingNumber } from "#lib/carriers/tracking-number.ts";
import { findMerchantBySlug } from "#lib/merchants/find-merchant.ts";
import { hasRole } from "#lib/shared/role.ts";
import { inspectTracker } from "#lib/shipments/inspect-tracker.ts";
import { MODES } from "#lib/tracking/snapshot.ts";
import { buildParcelGlance } from "#lib/view/console-parcel.ts";
import { momentText } from "#lib/view/console-time.ts";
import { checkParcelNow } from "../../../_actions/overview.ts";
import { remove, renewLink, watch } from "../../../_actions/parcels.ts";
import { toDoFor } from "../_list/to-do-for.ts";
import { AskingText } from "../_parcel/asking-text.tsx";
import { TABS, type Tab, TabContent } from "../_parcel/tab-content.tsx";

export const metadata: Metadata = { title: "Parcel" };

const TAB_WORDS: Readonly<Record<Tab, string>> = {
  vendors: "What each vendor said",
  payloads: "Raw payloads",
  events: "Events",
  order: "Order",
  mail: "In a mail",
};

interface ParcelPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ParcelPage({ params, searchParams }: ParcelPageProps) {
  const { runtime, call } = await openConsole();
  const { id } = await params;
  const asked = await searchParams;
  const merchantId = call.merchant.id;
  // An id is of one mode only: whoever links here need not know which.
  const found = await Promise.all(MODES.map((mode) => inspectTracker(runtime, { caller: { merchantId, mode }, id })));
  const parcel = found.find((each) => each !== null);
  if (!parcel) notFound();

  const now = runtime.clock.now();
  const { mode, tracker } = parcel;
  const merchant = call.merchant.slug;
  const brand = (await findMerchantBySlug(runtime, merchant))?.brand ?? DEFAULT_BRAND;
  const isEditor = hasRole(call.role, "editor");
  const tab = TABS.find((name) => name === asked.tab) ?? "vendors";
  const number = groupTrackingNumber(tracker.carrier, tracker.trackingNumber);
  const path = `/admin/parcels/${parcel.id}`;
  const listHref = hrefInMode("/admin/parcels", mode);
  const input = { mode, id: parcel.id };
  return (
    <>
      <PageHeader
        back={{ href: listHref, label: "Parcels" }}
        title={<span className="tabular-nums">{number}</span>}
        description={
          <>
            {findCarrier(tracker.carrier)?.name ?? tracker.carrier}
            {parcel.order && `, order ${parcel.order.externalId}`}, registered <Moment moment={momentText(parcel.createdAt, now)} />
          </>
        }
      />
      <div className="grid gap-5">
        {parcel.laterId && (
          <Notice
            tone="info"
            title="This number belongs to a later parcel by now"
            actions={
              <LinkButton size="small" href={hrefInMode(`/admin/parcels/${parcel.laterId}`, mode)}>
                Show that one
              </LinkButton>
            }
          >
            Carriers use numbers again. The page at its address shows the later parcel.
          </Notice>
        )}
        <AnswerPanel
          status={tracker.status}
          isTest={mode === "test"}
          isWatched={parcel.isWatched}
          glance={buildParcelGlance({ ...parcel, brand, now })}
          toDo={toDoFor(tracker)}
          asking={<AskingText parcel={parcel} now={now} />}
          actions={
            isEditor && (
              <>
                <ActionButton action={checkParcelNow} merchant={merchant} input={input} icon="refresh">
                  Check now
                </ActionButton>
                <ActionButton
                  action={watch}
                  merchant={merchant}
                  input={{ ...input, isWatched: !parcel.isWatched }}
                  icon={parcel.isWatched ? "pause" : "play"}
                >
                  {parcel.isWatched ? "Stop following" : "Follow again"}
                </ActionButton>
                <DeleteParcel remove={remove} merchant={merchant} mode={mode} id={parcel.id} number={number} listHref={listHref} />
              </>
            )
          }
        >
          <LinksRow
            publicLink={parcel.publicLink}
            privateLink={isEditor ? parcel.privateLink : null}
            renew={
              isEditor && (
                <ConfirmAction
                  action={renewLink}
                  merchant={merchant}
                  input={input}
                  trigger={{ label: "Revoke the private link", size: "small", icon: "link" }}
                  title="Revoke the private link?"
                  body="The parcel gets another one. Whoever opens the old link, in a mail say, sees the public page from now on: no order, no items, no names."
                  confirmLabel="Revoke it, make a new one"
                  doneMessage="The old link shows the public page now. The new one can be copied."
                />
              )
            }
          />
        </AnswerPanel>
        <div className="grid items-start gap-5 xl:grid-cols-[23.5rem_1fr]">
          <div className="grid min-w-0 gap-4">
            <TabLinks
              label="About this parcel"
              tabs={TABS.map((name) => ({
                href: hrefInMode(path, mode, { tab: name === "vendors" ? null : name }),
                label: TAB_WORDS[name],
                isCurrent: name === tab,
              }))}
            />
            <TabContent
              runtime={runtime}
              parcel={parcel}
              caller={{ merchantId, mode }}
              merchant={merchant}
              brand={brand}
              isEditor={isEditor}
              tab={tab}
              payloadId={typeof asked.payload === "string" ? asked.payload : null}
              now={now}
            />
          </div>
          <div className="xl:order-first">
            <PageFrame src={hrefInMode(`${path}/page-view`, mode, { merchant })} />
          </div>
        </div>
      </div>
    </>
  );
}
