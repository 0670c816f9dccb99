/** A throw-away PostgreSQL for tests: the distribution's own binaries, a folder that is deleted, a free loopback port. */
import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const isRoot = process.getuid?.() === 0;

/** Where distributions put `initdb` and `pg_ctl`, beside the PATH. */
const VERSIONED_FOLDERS = ["/usr/lib/postgresql", "/usr/libexec/postgresql", "/usr/local/lib/postgresql", "/opt/homebrew/opt"];
const PLAIN_FOLDERS = ["/usr/bin", "/usr/local/bin", "/usr/libexec"];

const INSTALLERS = [
  ["apt-get", ["install", "-y", "--no-install-recommends", "postgresql"]],
  ["dnf", ["install", "-y", "postgresql-server"]],
  ["apk", ["add", "postgresql"]],
];

/**
 * Starts a fresh cluster, installing PostgreSQL first where it is missing and we may. `stop` ends it and deletes its folder.
 * Unless `durable`, it does not wait for the disk: nobody pulls the plug of a test.
 */
export async function startPostgres({ durable = false } = {}) {
  const bin = findBinaries() ?? installPostgres();
  const folder = mkdtempSync(join(tmpdir(), "waymark-postgres-"));
  const data = join(folder, "data");
  // PostgreSQL refuses to run as root, so the folder and the processes belong to the user its package made.
  if (isRoot) chownSync(folder, ...idsOf("postgres"));

  try {
    run(join(bin, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]);
    const port = await findFreePort();
    const care = durable ? "-c fsync=on" : "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_wal_size=4GB";
    const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200 ${care}`;
    run(join(bin, "pg_ctl"), ["-D", data, "-o", settings, "-l", join(folder, "log"), "-w", "start"]);
    return {
      url: `postgres://postgres@127.0.0.1:${port}/postgres`,
      stop: async () => {
        run(join(bin, "pg_ctl"), ["-D", data, "-m", "immediate", "-w", "stop"]);
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Installs the distribution's PostgreSQL and answers the folder of its programs. Needs root. */
function installPostgres() {
  const installer = INSTALLERS.find(([command]) => isOnPath(command));
  if (!isRoot || !installer) {
    throw new Error("PostgreSQL is not installed. Install it, or set TEST_DATABASE_URL to a server where databases may be created.");
  }
  const [command, args] = installer;
  if (command === "apt-get") execFileSync(command, ["update", "-q"], { stdio: "ignore" });
  execFileSync(command, args, { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  const bin = findBinaries();
  if (!bin) throw new Error(`${command} installed PostgreSQL, but initdb and pg_ctl are nowhere to be found.`);
  return bin;
}

function findBinaries() {
  const versioned = VERSIONED_FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder)
      .sort((a, b) => b.localeCompare(a, "en", { numeric: true }))
      .map((version) => join(folder, version, "bin")),
  );
  const onPath = (process.env.PATH ?? "").split(delimiter);
  return [...versioned, ...PLAIN_FOLDERS, ...onPath].find((folder) => ["initdb", "pg_ctl"].every((name) => existsSync(join(folder, name))));
}

const isOnPath = (command) => (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, command)));

function idsOf(user) {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${user}:`));
  if (!line) throw new Error(`There is no user "${user}" to run PostgreSQL as.`);
  const [, , uid, gid] = line.split(":");
  return [Number(uid), Number(gid)];
}

function run(command, args) {
  const [uid, gid] = isRoot ? idsOf("postgres") : [undefined, undefined];
  try {
    // The server inherits what we leave open; with pipes, this call would wait until it ends.
    execFileSync(command, args, { stdio: "ignore", uid, gid, cwd: "/", env: { PATH: process.env.PATH, LC_ALL: "C" } });
  } catch (cause) {
    throw new Error(`${command} ${args[0] === "-D" ? args.at(-1) : ""} failed`, { cause });
  }
}

function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
