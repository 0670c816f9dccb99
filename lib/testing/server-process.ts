import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { promisify } from "node:util";
import { projectRoot } from "#lib/cli/project-root.ts";
import { type DatabasePlace, makeFolder, makeSchema } from "./database-places.ts";

export interface TestServer {
  /** `http://<host>:<port>`. */
  origin: string;
  dataDir: string;
  /** Runs a command of ours on the server's database; answers what it printed. Rejects when it fails. */
  cli(args: readonly string[]): Promise<string>;
  /** As a power cut would: SIGKILL, with nothing said. The database stays. */
  kill(): Promise<void>;
  /** Starts again on the same database and port. */
  restart(): Promise<void>;
  /** Ends it in good order; removes the database if it was the server's own. */
  stop(): Promise<void>;
}

interface ServerOptions {
  /** Settings beside those a test needs anyway. */
  settings?: Readonly<Record<string, string>>;
  /** Whose database it works on; one of its own, if not given. */
  place?: DatabasePlace;
  /** How it is reached: passkeys want a name, which numbers are not. */
  host?: "127.0.0.1" | "localhost";
}

const START_TIMEOUT_MS = 60_000;

/**
 * Starts the built server (`npm run build` first) on an empty database: the real one, in a process of its own,
 * on PostgreSQL where TEST_DATABASE_URL names one.
 */
export async function startServer({ settings = {}, place, host = "127.0.0.1" }: ServerOptions = {}): Promise<TestServer> {
  const url = process.env.TEST_DATABASE_URL;
  const home = place ?? (await (url ? makeSchema(url) : makeFolder()));
  const port = await findFreePort();
  const origin = `http://${host}:${port}`;
  const environment = { ...process.env, ...settingsOf(home, { port, origin }), ...settings };
  let child = await spawnServer(environment);
  return {
    origin,
    dataDir: home.settings.dataDir,
    async cli(args) {
      const options = { cwd: projectRoot, env: environment, maxBuffer: 64 * 1024 * 1024 };
      return (await promisify(execFile)(process.execPath, ["lib/cli/waymark.mjs", ...args], options)).stdout;
    },
    kill: () => end(child, "SIGKILL"),
    async restart() {
      child = await spawnServer(environment);
    },
    async stop() {
      await end(child, "SIGTERM");
      if (!place) await home.remove();
    },
  };
}

function settingsOf({ settings }: DatabasePlace, { port, origin }: { port: number; origin: string }): NodeJS.ProcessEnv {
  return {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    HOST: "127.0.0.1",
    PUBLIC_ORIGIN: origin,
    DATA_DIR: settings.dataDir,
    ...(settings.databaseUrl !== null && { DATABASE_URL: settings.databaseUrl }),
    DEMO: "off",
    LOG_LEVEL: "warn",
    RATE_LIMIT_PER_MINUTE: "0",
    API_RATE_LIMIT_PER_MINUTE: "0",
    ALLOW_PRIVATE_TARGETS: "on",
  };
}

function spawnServer(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["app/_server/serve.ts"], {
      cwd: projectRoot,
      env,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`The server did not say that it listens within ${START_TIMEOUT_MS / 1000} s.`));
    }, START_TIMEOUT_MS);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`The server ended with exit code ${code}; its own words stand above. Is it built?`)));
    child.once("message", () => {
      clearTimeout(timer);
      child.removeAllListeners("exit");
      resolve(child);
    });
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}

/** Below those that the system hands out by itself: nobody gets it before the server starts, or between its end and its restart. */
const PORTS = { from: 20_000, to: 32_000 };

function findFreePort(): Promise<number> {
  const port = randomInt(PORTS.from, PORTS.to);
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(findFreePort()));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(port)));
  });
}
