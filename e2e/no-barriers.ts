import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

interface Look {
  width: number;
  colorScheme: "light" | "dark";
  /** Only what differs between light and dark: the structure has been looked at. */
  isContrastOnly?: boolean;
}

/** Every rule at either width, every colour in either scheme at either width. */
export const LOOKS: readonly Look[] = [
  { width: 390, colorScheme: "light" },
  { width: 390, colorScheme: "dark", isContrastOnly: true },
  { width: 1280, colorScheme: "light", isContrastOnly: true },
  { width: 1280, colorScheme: "dark" },
];

/** For screens whose colours are the same at any width. */
export const PLAIN_LOOKS: readonly Look[] = LOOKS.filter(({ isContrastOnly }) => !isContrastOnly);

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Holds the page that is open to axe's rules, as every screen owes. */
export async function expectNoBarriers(page: Page, { exclude = [] as readonly string[], looks = LOOKS } = {}): Promise<void> {
  for (const look of looks) await expectNoBarrier(page, look, { exclude });
}

export async function expectNoBarrier(page: Page, look: Look, { exclude = [] as readonly string[] } = {}): Promise<void> {
  const { width, colorScheme, isContrastOnly = false } = look;
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  // To look into frames axe opens another page each time, which takes longer than the look.
  const builder = new AxeBuilder({ page }).setLegacyMode(page.frames().length === 1);
  const axe = exclude.reduce((so, selector) => so.exclude(selector), builder);
  const { violations, passes } = await (isContrastOnly ? axe.withRules(["color-contrast"]) : axe.withTags(TAGS)).analyze();
  expect(passes.length).toBeGreaterThan(isContrastOnly ? 0 : 10);
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(" | ")}`,
  );
  expect(found, `${width} px, ${colorScheme}`).toEqual([]);
}
