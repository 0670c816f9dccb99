import type { ReactNode } from "react";
import { ActionButton } from "#components/admin/overview/action-button.island.tsx";
import { hrefInMode } from "#components/admin/overview/mode-tabs.tsx";
import { LinkButton } from "#components/admin/ui/button.tsx";
import type { Ailment } from "#lib/overview/load-health.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { replayFailed, switchEndpoint } from "../../_actions/endpoints.ts";
import { putNoticeAside, replayUnreadPayloads, tryDeadJobsAgain } from "../../_actions/overview.ts";
import { askNow } from "../../_actions/sources.ts";

interface RemedyProps {
  ailment: Ailment;
  at: { merchant: string; mode: Mode; isEditor: boolean; isOwner: boolean };
}

/** What mends it, as far as this person may. */
export function Remedy({ ailment, at: { merchant, mode, isEditor, isOwner } }: RemedyProps): ReactNode {
  switch (ailment.kind) {
    case "source": {
      const { id, slug, state } = ailment.source;
      return (
        <>
          {isEditor && state !== "refused" && (
            <ActionButton action={askNow} merchant={merchant} input={{ id }} icon="refresh" about={slug}>
              Ask now
            </ActionButton>
          )}
          <Open href={hrefInMode(`/admin/sources/${slug}`, mode)} about={slug} />
        </>
      );
    }
    case "endpoint_failing":
    case "deliveries_failed":
      return (
        <>
          {isEditor && (
            <ActionButton action={replayFailed} merchant={merchant} input={{ mode, id: ailment.endpoint.id }} icon="refresh">
              Send again now
            </ActionButton>
          )}
          <Open href={hrefInMode(`/admin/endpoints/${ailment.endpoint.id}`, mode)} about="the endpoint" />
        </>
      );
    case "endpoint_disabled":
      return (
        <>
          {isOwner && (
            <ActionButton action={switchEndpoint} merchant={merchant} input={{ mode, id: ailment.endpoint.id, isOn: true }} icon="play">
              Switch on
            </ActionButton>
          )}
          {isEditor && (
            <ActionButton action={putNoticeAside} merchant={merchant} input={{ mode, id: ailment.noticeId }} variant="quiet">
              Leave it off
            </ActionButton>
          )}
          <Open href={hrefInMode(`/admin/endpoints/${ailment.endpoint.id}`, mode)} about="the endpoint" />
        </>
      );
    case "domain_lost":
      return <Open href="/admin/domains" about={ailment.host} />;
    case "payloads_unread":
      return (
        isEditor && (
          <ActionButton action={replayUnreadPayloads} merchant={merchant} input={{ mode }} icon="refresh">
            Read them again
          </ActionButton>
        )
      );
    case "jobs_dead":
      return (
        isEditor && (
          <ActionButton action={tryDeadJobsAgain} merchant={merchant} input={{}} icon="refresh">
            Try again
          </ActionButton>
        )
      );
    case "parcels_silent":
      return null;
    case "notice":
      return (
        isEditor && (
          <ActionButton action={putNoticeAside} merchant={merchant} input={{ mode, id: ailment.notice.id }} icon="check">
            Put aside
          </ActionButton>
        )
      );
  }
}

function Open({ href, about }: { href: string; about: string }) {
  return (
    <LinkButton href={href} size="small" aria-label={`Open ${about}`}>
      Open
    </LinkButton>
  );
}
