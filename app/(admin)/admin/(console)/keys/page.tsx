import type { Metadata } from "next";
import { openConsole } from "#app/_server/console/open-console.ts";
import { readMode } from "#app/_server/console/read-mode.ts";
import { CreateKeyDialog } from "#components/admin/keys/create-key.island.tsx";
import { type KeyRow, KeysTable } from "#components/admin/keys/keys-table.tsx";
import { ModeTabs } from "#components/admin/overview/mode-tabs.tsx";
import { LinkButton } from "#components/admin/ui/button.tsx";
import { ConfirmAction } from "#components/admin/ui/confirm-action.island.tsx";
import { EmptyState } from "#components/admin/ui/empty-state.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { listApiKeys } from "#lib/auth/list-api-keys.ts";
import { hasRole } from "#lib/shared/role.ts";
import { momentText } from "#lib/view/console-time.ts";
import { createKey, revokeKey } from "../../_actions/keys.ts";

export const metadata: Metadata = { title: "API keys" };

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export default async function KeysPage({ searchParams }: { searchParams: SearchParams }) {
  const { runtime, call } = await openConsole();
  const mode = readMode(await searchParams);
  const now = runtime.clock.now();
  const keys = await listApiKeys(runtime, { merchantId: call.merchant.id, mode });
  const rows = keys.map(
    ({ id, name, hint, createdAt, lastUsedAt, revokedAt }): KeyRow => ({
      id,
      name,
      hint,
      created: momentText(createdAt, now),
      used: lastUsedAt && momentText(lastUsedAt, now),
      revoked: revokedAt && momentText(revokedAt, now),
    }),
  );
  const isOwner = hasRole(call.role, "owner");
  const merchant = call.merchant.slug;
  return (
    <>
      <PageHeader
        title="API keys"
        description="What your shop's own programs sign in with."
        actions={
          <>
            <ModeTabs path="/admin/keys" mode={mode} />
            {isOwner && <CreateKeyDialog createKey={createKey} merchant={merchant} mode={mode} />}
          </>
        }
      />
      <Panel isFlush>
        {rows.length === 0 ? (
          <EmptyState
            icon="key"
            title={mode === "test" ? "No test keys" : "No API keys"}
            actions={
              <LinkButton href="/api/v1" icon="external" isPlain>
                Read about the API
              </LinkButton>
            }
          >
            With a key, your checkout or warehouse can register parcels, report scans and read tracking, through our own API or with
            EasyPost’s, Shippo’s and ShipEngine’s clients.{" "}
            {isOwner ? "Each program should have a key of its own." : "An owner can create one."}
          </EmptyState>
        ) : (
          <KeysTable keys={rows} actionsFor={isOwner ? (row) => <Revoke merchant={merchant} row={row} /> : undefined} />
        )}
      </Panel>
    </>
  );
}

function Revoke({ merchant, row: { id, name } }: { merchant: string; row: KeyRow }) {
  return (
    <ConfirmAction
      action={revokeKey}
      merchant={merchant}
      input={{ id }}
      trigger={{
        label: (
          <>
            Revoke<span className="sr-only">{` “${name}”`}</span>
          </>
        ),
        size: "small",
        variant: "quiet",
      }}
      title={`Revoke “${name}”?`}
      body="Whatever signs in with it is refused from now on. This cannot be taken back."
      confirmLabel="Revoke the key"
      doneMessage={`“${name}” is revoked.`}
    />
  );
}
