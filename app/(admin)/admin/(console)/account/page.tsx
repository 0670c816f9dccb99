import type { Metadata } from "next";
import { headers } from "next/headers";
import { openConsole } from "#app/_server/console/open-console.ts";
import { NamePanel } from "#components/admin/account/name-panel.island.tsx";
import { PasskeysPanel } from "#components/admin/account/passkeys-panel.tsx";
import { PasswordPanel } from "#components/admin/account/password-panel.island.tsx";
import { SessionsPanel } from "#components/admin/account/sessions-panel.tsx";
import { Notice } from "#components/admin/ui/notice.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { listSessions } from "#lib/accounts/list-sessions.ts";
import { nameDevice } from "#lib/accounts/name-device.ts";
import { listPasskeys } from "#lib/accounts/passkeys.ts";
import { momentText } from "#lib/view/console-time.ts";
import { changePassword, deletePasskey, endOtherSessions, endSession, rename, renamePasskey } from "../../_actions/account.ts";

export const metadata: Metadata = { title: "Your account" };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AccountPage({ searchParams }: PageProps) {
  const { runtime, call } = await openConsole();
  const { after } = await searchParams;
  const { user, merchant } = call;
  const [sessions, passkeys] = await Promise.all([listSessions(runtime, { userId: user.id }), listPasskeys(runtime, { userId: user.id })]);
  const now = runtime.clock.now();
  const device = nameDevice((await headers()).get("user-agent") ?? "");
  // A visitor came without a password, and is gone with the sandbox.
  const isVisitor = merchant.expiresAt !== null;
  return (
    <>
      <PageHeader title="Your account" />
      <div className="grid items-start gap-5 xl:grid-cols-2">
        {after === "password" && (
          <div className="xl:col-span-2">
            <Notice tone="good" title="Your password is changed" isLive>
              You are signed out everywhere else.
            </Notice>
          </div>
        )}
        <div className="grid gap-5">
          <NamePanel merchant={merchant.slug} user={user} rename={rename} />
          {!isVisitor && (
            <PasskeysPanel
              merchant={merchant.slug}
              passkeys={passkeys.map(({ createdAt, name, ...passkey }) => ({
                ...passkey,
                name: name ?? "Passkey",
                added: createdAt && momentText(createdAt, now),
              }))}
              device={device}
              rename={renamePasskey}
              remove={deletePasskey}
            />
          )}
        </div>
        {!isVisitor && (
          <PasswordPanel
            key={call.sessionId}
            merchant={merchant.slug}
            user={user}
            shopName={merchant.name}
            changePassword={changePassword}
          />
        )}
        <div className="xl:col-span-2">
          <SessionsPanel
            merchant={merchant.slug}
            sessions={sessions.map(({ userAgent, startedAt, lastSeenAt, ...session }) => ({
              ...session,
              device: nameDevice(userAgent),
              started: momentText(startedAt, now),
              lastSeen: momentText(lastSeenAt, now),
              isThis: session.id === call.sessionId,
            }))}
            end={endSession}
            endOthers={endOtherSessions}
          />
        </div>
      </div>
    </>
  );
}
