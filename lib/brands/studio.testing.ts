import { findMerchantBySlug } from "#lib/merchants/find-merchant.ts";
import type { UserId } from "#lib/shared/ids.ts";
import type { TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { discardDraft } from "./discard-draft.ts";
import { exportBrand } from "./export-brand.ts";
import { importBrand } from "./import-brand.ts";
import { listBrandVersions } from "./list-brand-versions.ts";
import { loadDraft } from "./load-draft.ts";
import { publishDraft } from "./publish-draft.ts";
import { readBrandFile } from "./read-brand-file.ts";
import { restoreVersion } from "./restore-version.ts";
import { saveDraft } from "./save-draft.ts";

export async function addUser({ db, clock }: Pick<TestDatabase, "db" | "clock">, name: string): Promise<UserId> {
  const id: UserId = `usr_${name.toLowerCase().replace(/\W/g, "")}`;
  const now = clock.now();
  const row = { id, name, email: `${id}@shop.example`, email_verified: 1, image: null, created_at: now, updated_at: now } as const;
  await db.kysely.insertInto("users").values(row).execute();
  return id;
}

/** A shop and somebody at its studio, with all that they can do there. */
export async function openStudio(test: TestDatabase, slug = "fern") {
  const merchant = await createMerchant(test, slug);
  const who = { merchantId: merchant.id, userId: await addUser(test, `Ann ${slug}`) };
  const load = () => loadDraft(test, who);
  const save = (revision: number, brand: unknown) => saveDraft(test, { ...who, revision, brand });
  const publish = (revision: number, note: string | null = null) => publishDraft(test, { ...who, revision, note });
  return {
    ...who,
    load,
    save,
    publish,
    /** Whatever is there now is replaced. */
    type: async (brand: unknown) => save((await load()).revision, brand),
    publishNow: async () => publish((await load()).revision),
    discard: () => discardDraft(test, who),
    restore: (version: number) => restoreVersion(test, { ...who, version }),
    versions: async () => (await listBrandVersions(test, { ...who, limit: 1000 })).versions,
    export: (of: "published" | "draft" = "draft") => exportBrand(test, { ...who, of }),
    readFile: (file: unknown) => readBrandFile(test, { ...who, text: typeof file === "string" ? file : JSON.stringify(file) }),
    importFile: (file: unknown) => importBrand(test, { ...who, text: typeof file === "string" ? file : JSON.stringify(file) }),
    /** What pages are drawn with. */
    shown: async () => (await findMerchantBySlug(test, slug))?.brand,
  };
}

export type Studio = Awaited<ReturnType<typeof openStudio>>;
