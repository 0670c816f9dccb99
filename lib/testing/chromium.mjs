import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const MAC = ["/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** How each distribution's package manager brings a Chromium. */
const MANAGERS = [
  { command: "apt-get", prepare: ["update", "-qq"], install: ["install", "-y", "-qq", "chromium", "fonts-noto-cjk", "fonts-noto-core"] },
  { command: "dnf", prepare: null, install: ["install", "-y", "chromium"] },
  { command: "apk", prepare: null, install: ["add", "chromium", "font-noto", "font-noto-cjk", "font-noto-arabic"] },
  { command: "pacman", prepare: null, install: ["-Sy", "--noconfirm", "chromium"] },
];

/** The path of a Chromium for the tests: `CHROMIUM_PATH`, the system's, or one the package manager installs now. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const manager = MANAGERS.find(({ command }) => onPath(command));
  if (!manager || process.getuid?.() !== 0) {
    throw new Error(
      "The browser tests need a Chromium and found none. Install it with your package manager (Debian, Ubuntu: `sudo apt-get install chromium`), or set CHROMIUM_PATH.",
    );
  }
  console.log(`Installing Chromium with ${manager.command} …`);
  for (const args of [manager.prepare, manager.install]) {
    if (args) spawnSync(manager.command, args, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  }
  const installed = findChromium();
  if (!installed)
    throw new Error(`${manager.command} could not install Chromium; its own words stand above. Set CHROMIUM_PATH to use another one.`);
  return installed;
}

function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH is ${given}, but there is no such file.`);
    return given;
  }
  return NAMES.map(onPath).find(Boolean) ?? MAC.find((path) => existsSync(path)) ?? null;
}

function onPath(name) {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}
