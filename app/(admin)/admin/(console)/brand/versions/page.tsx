import type { Metadata } from "next";
import { openConsole } from "#app/_server/console/open-console.ts";
import type { VersionShown } from "#components/admin/brand/versions/version-shown.ts";
import { Versions } from "#components/admin/brand/versions/versions.island.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { Pager } from "#components/admin/ui/pager.tsx";
import type { Brand } from "#lib/branding/brand.ts";
import { diffBrands } from "#lib/branding/diff-brands.ts";
import type { BrandVersion } from "#lib/brands/brand-version.ts";
import { listBrandVersions } from "#lib/brands/list-brand-versions.ts";
import { loadDraft } from "#lib/brands/load-draft.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { hasRole } from "#lib/shared/role.ts";
import { momentText } from "#lib/view/console-time.ts";
import { restoreVersion } from "../../../_actions/brand.ts";

export const metadata: Metadata = { title: "Versions" };

const ON_A_PAGE = 20;

interface VersionsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function VersionsPage({ searchParams }: VersionsPageProps) {
  const { runtime, call } = await openConsole();
  const { merchant, role } = call;
  const before = Number((await searchParams).before);
  const isOlder = Number.isSafeInteger(before) && before > 1;
  const { published } = await loadDraft(runtime, { merchantId: merchant.id });
  // One more than is shown: the last row says what it changed of the one before it.
  const list = await listBrandVersions(runtime, {
    merchantId: merchant.id,
    limit: ON_A_PAGE + 1,
    ...(isOlder && { beforeVersion: before }),
  });
  const shown = list.versions.slice(0, ON_A_PAGE);
  const last = shown.at(-1);
  const now = runtime.clock.now();
  return (
    <>
      <PageHeader
        title="Versions"
        description="Every brand you published. Bringing one back publishes it again: nothing is ever lost."
        back={{ href: "/admin/brand", label: "Brand" }}
      />
      <div className="grid gap-4">
        <Versions
          key={merchant.slug}
          merchant={merchant.slug}
          versions={shown.map((version, index) =>
            showVersion(version, { previous: list.versions[index + 1], published: published.brand, now }),
          )}
          lang={published.brand.defaultLanguage}
          restore={hasRole(role, "editor") ? restoreVersion : null}
        />
        <Pager
          newerHref={isOlder ? "/admin/brand/versions" : null}
          olderHref={last && list.versions.length > ON_A_PAGE ? `/admin/brand/versions?before=${last.version}` : null}
        />
      </div>
    </>
  );
}

function showVersion(
  { version, publishedAt, publishedBy, note, restoredFrom, isCurrent, brand }: BrandVersion,
  { previous, published, now }: { previous: BrandVersion | undefined; published: Brand; now: Instant },
): VersionShown {
  return {
    version,
    published: momentText(publishedAt, now),
    publishedBy,
    note,
    restoredFrom,
    isCurrent,
    colors: brand.colors,
    changed: previous ? diffBrands(previous.brand, brand).map(({ label }) => label) : null,
    back: isCurrent ? [] : diffBrands(published, brand),
  };
}
