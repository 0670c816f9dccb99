import { readdirSync } from "node:fs";
import { join } from "node:path";
import { cruise, type IModule } from "dependency-cruiser";
import { beforeAll, describe, expect, it } from "vitest";
import { CARRIERS, RESERVED_SEGMENTS } from "#lib/carriers/catalog.ts";

const root = join(import.meta.dirname, "../..");

/** Each room may import only itself and rooms listed before it. */
const LAYERS = [
  "lib/shared",
  "lib/carriers",
  "lib/tracking",
  "lib/places",
  "lib/branding",
  "lib/contracts",
  "lib/view",
  "lib/snippets",
  [
    "lib/config",
    "lib/providers",
    "lib/db",
    "lib/jobs",
    "lib/http",
    "lib/vault",
    "lib/mail",
    "lib/sms",
    "lib/images",
    "lib/status-image",
    "lib/dns",
  ],
  "lib/payloads",
  ["lib/merchants", "lib/auth", "lib/sources", "lib/retention", "lib/audit"],
  ["lib/accounts", "lib/brands", "lib/domains", "lib/senders", "lib/subscriptions"],
  ["lib/shipments", "lib/notifications"],
  ["lib/imports", "lib/overview", "lib/messages"],
  "lib/demo",
  "lib/runtime",
  "lib/cli",
].map((entry) => [entry].flat());

/** A room in the first column never imports what the second matches; the third says why. */
const FORBIDDEN: readonly [from: RegExp, to: RegExp, reason: string][] = [
  [/^lib\//, /node_modules\/(next|react|react-dom)\//, "lib is the product and knows neither Next nor React"],
  [/^lib\//, /^(app|components)\//, "imports point down: lib knows nothing of delivery and drawing"],
  [/^components\//, /^app\//, "components get what they need as props"],
  [
    /^components\//,
    /^lib\/(db|providers|jobs|http|vault|mail|sms|images|status-image|dns|config|payloads|merchants|shipments|sources|notifications|auth|audit|accounts|brands|domains|senders|subscriptions|imports|overview|messages|retention|runtime|cli)\//,
    "components draw plain data",
  ],
  [/^components\/(?!admin\/)/, /node_modules\/next\//, "what shoppers see is drawn without a framework"],
  [/^lib\/providers\//, /^lib\/db\//, "providers never see the database"],
  [
    /^lib\/(merchants|shipments|sources|notifications|auth|audit|accounts|brands|domains|senders|subscriptions|imports|overview|messages|retention)\//,
    /^lib\/providers\/(?!test-numbers\/)[^/]+\//,
    "verbs know providers only through the registry; test numbers are told by no account",
  ],
  [/^app\//, /^lib\/(db|providers|payloads)\//, "delivery speaks to verbs, not to tables or vendors"],
];

/** The house's own tools may look everywhere. */
const isExempt = (path: string) => path.startsWith("lib/testing/") || /\.test(?:ing)?\.tsx?$|\.mjs$/.test(path);

function layerOf(path: string): number {
  return LAYERS.findIndex((rooms) => rooms.some((room) => path.startsWith(`${room}/`)));
}

let edges: [from: string, to: string][] = [];

beforeAll(async () => {
  const result = await cruise(["app", "components", "lib"], {
    baseDir: root,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^public/" },
    tsPreCompilationDeps: true,
  });
  const { modules } = result.output as { modules: IModule[] };
  edges = modules
    .filter(({ source }) => !isExempt(source) && !source.includes("node_modules"))
    .flatMap(({ source, dependencies }) => dependencies.map(({ resolved }): [string, string] => [source, resolved]));
}, 60_000);

describe("the house", () => {
  it("is seen whole: imports through # and through relative paths are both followed", () => {
    expect(edges).toContainEqual(["lib/tracking/snapshot.ts", "lib/carriers/catalog.ts"]);
    expect(edges).toContainEqual(["lib/tracking/snapshot.ts", "lib/tracking/status.ts"]);
  });

  it("imports only downwards", () => {
    const upward = edges
      .filter(([from, to]) => layerOf(from) >= 0 && layerOf(to) > layerOf(from))
      .map(([from, to]) => `${from} imports ${to}, which stands above it`);
    expect(upward).toEqual([]);
  });

  it("keeps the rooms apart that must not know each other", () => {
    const broken = edges.flatMap(([from, to]) =>
      FORBIDDEN.filter(([a, b]) => a.test(from) && b.test(to)).map(([, , reason]) => `${from} imports ${to}: ${reason}`),
    );
    expect(broken).toEqual([]);
  });

  it("gives every room of lib a place in the order", () => {
    const rooms = readdirSync(join(root, "lib"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const homeless = rooms.map(({ name }) => name).filter((name) => name !== "testing" && layerOf(`lib/${name}/x.ts`) < 0);
    expect(homeless).toEqual([]);
  });

  it("has no carrier whose address would be taken for another page", () => {
    const segments = readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" }).flatMap((path) =>
      path.split("/").map((part) => part.split(".")[0] ?? ""),
    );
    const publicFolders = readdirSync(join(root, "public"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const taken = new Set([...segments, ...publicFolders.map(({ name }) => name), ...RESERVED_SEGMENTS]);
    expect(CARRIERS.map(({ slug }) => slug).filter((slug) => taken.has(slug))).toEqual([]);
  });

  it("keeps the owner's top level", () => {
    const names = readdirSync(root).filter((name) => !name.startsWith("."));
    const wanted = ["README.md", "app", "components", "e2e", "lib", "next.config.ts", "package.json", "public", "tsconfig.json"];
    const tolerated = [
      "CHANGELOG.md",
      "CONTRIBUTING.md",
      "Dockerfile",
      "LICENSE",
      "bench",
      "compose.yaml",
      "data",
      "instrumentation.ts",
      "next-env.d.ts",
      "node_modules",
      "package-lock.json",
      "proxy.ts",
      "tsconfig.tsbuildinfo",
    ];
    expect(wanted.filter((name) => !names.includes(name))).toEqual([]);
    expect(names.filter((name) => !wanted.includes(name) && !tolerated.includes(name))).toEqual([]);
  });
});
