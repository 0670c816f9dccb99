import { describe, expect, it } from "vitest";
import { AppError } from "#lib/shared/errors.ts";
import { readConfig } from "./config.ts";
import { SETTINGS } from "./settings.ts";

function problemsOf(environment: Record<string, string>): AppError {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("the settings were accepted");
}

describe("the configuration", () => {
  it("needs nothing to be set", () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: "0.0.0.0",
      dataDir: expect.stringMatching(/^\/.*data$/),
      databaseUrl: null,
      publicOrigin: "http://localhost:3000",
      platformDomain: "localhost",
      demo: true,
      trustedProxies: 0,
      compress: true,
      rateLimitPerMinute: 0,
      apiRateLimitPerMinute: 600,
      secretKey: null,
      runJobs: true,
      allowPrivateTargets: false,
      retentionDays: 90,
      easypostUrl: "https://api.easypost.com/v2",
      shippoUrl: "https://api.goshippo.com",
      shipengineUrl: "https://api.shipengine.com",
      smtpUrl: null,
      twilioUrl: "https://api.twilio.com",
      mailFrom: "waymark@localhost",
      dnsServers: null,
      logLevel: "info",
    });
  });

  it("takes an empty variable for an absent one", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: "  " })).toEqual(readConfig({}));
  });

  it("makes the public origin from the port", () => {
    expect(readConfig({ PORT: "8080" }).publicOrigin).toBe("http://localhost:8080");
  });

  it("drops the trailing slash of the public origin", () => {
    expect(readConfig({ PUBLIC_ORIGIN: "https://Track.Example.com/" }).publicOrigin).toBe("https://track.example.com");
  });

  it("drops the trailing slash of a provider's address", () => {
    expect(readConfig({ EASYPOST_URL: "http://localhost:9000/v2/" }).easypostUrl).toBe("http://localhost:9000/v2");
  });

  it("has no platform domain where the public origin is an address of numbers", () => {
    expect(readConfig({ PUBLIC_ORIGIN: "http://192.0.2.7:3000" }).platformDomain).toBeNull();
    expect(readConfig({ PUBLIC_ORIGIN: "http://[2001:db8::1]" }).platformDomain).toBeNull();
  });

  it.each([
    ["on this machine with the embedded database", {}, true],
    ["with PostgreSQL", { DATABASE_URL: "postgres://db.example/waymark" }, false],
    ["under a public address", { PUBLIC_ORIGIN: "https://track.example.com" }, false],
    ["when asked for", { PUBLIC_ORIGIN: "https://track.example.com", DEMO: "on" }, true],
    ["when turned off", { DEMO: "off" }, false],
  ])("shows the demo as expected %s", (_, environment, demo) => {
    expect(readConfig(environment).demo).toBe(demo);
  });

  it("reports every wrong setting at once, with what to do", () => {
    const error = problemsOf({ PORT: "70000", PUBLIC_ORIGIN: "https://example.com/shop", LOG_LEVEL: "loud", COMPRESS: "perhaps" });
    expect(error.code).toBe("config_invalid");
    expect(error.message).toContain('PORT is "70000", but must be a whole number from 1 to 65535');
    expect(error.message).toContain("PUBLIC_ORIGIN");
    expect(error.message).toContain("LOG_LEVEL");
    expect(error.message).toContain("COMPRESS");
  });

  it("never prints a secret, not even a wrong one", () => {
    const error = problemsOf({ DATABASE_URL: "mysql://root:hunter2@db" });
    expect(error.message).toContain("DATABASE_URL must be an address such as postgres://");
    expect(JSON.stringify([error.message, error.publicMessage, error.details])).not.toContain("hunter2");
    const short = problemsOf({ SECRET_KEY: "hunter2" });
    expect(short.message).toContain("SECRET_KEY must have at least 32 characters");
    expect(JSON.stringify([short.message, short.publicMessage, short.details])).not.toContain("hunter2");
  });

  it("describes every setting for the README", () => {
    for (const setting of Object.values(SETTINGS)) {
      expect(setting.description).toMatch(/\.$/);
      expect(setting.fallback ?? ("defaultNote" in setting ? setting.defaultNote : undefined)).toBeTruthy();
    }
  });
});
