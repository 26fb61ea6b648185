import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Touch targets: 44 CSS px is the floor everywhere. A hair below is rounding, not a small button. */
const floorPx = 43.5;

type SmallTarget = { readonly name: string; readonly width: number; readonly height: number };

/** Runs in the page: everything one can tap that is smaller than the floor. */
const findSmallTargets = (floor: number): SmallTarget[] => {
  const taps =
    'button, a[href], input, select, textarea, summary, [role=button], [role=tab], [role=option], [role=radio], [role=switch], [role=checkbox], [role=link], [role=menuitem]';
  // The area one taps is the label's where a label wraps the control.
  const areaOf = (element: Element) =>
    (element.closest('label') ?? element).getBoundingClientRect();
  const isInline = (element: Element) =>
    element.tagName === 'A' && getComputedStyle(element).display === 'inline';
  return [...document.querySelectorAll(taps)]
    .filter((element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    )
    .filter(
      (element) =>
        !element.matches('[type=hidden], [aria-hidden=true] *, [tabindex="-1"]:not([role])'),
    )
    .filter((element) => !isInline(element))
    .map((element) => {
      const { width, height } = areaOf(element);
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
      return { name: `${element.tagName} ${name}`.slice(0, 60), width, height };
    })
    .filter(({ width, height }) => width > 1 && height > 1)
    .filter(({ width, height }) => width < floor || height < floor);
};

/** Behind an open dialog nothing is there for a screen reader: its heading stands for the page's. */
const behindDialog = ['landmark-one-main', 'page-has-heading-one'];

const findViolations = async (page: Page): Promise<string[]> => {
  const isCovered = (await page.locator('[role=dialog]').count()) > 0;
  // Our pages have no frames: the newer way opens a second page for each check, to join theirs.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (isCovered ? axe.disableRules(behindDialog) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

/** Time in which a screen that is just changing comes to stand, ms. */
const settleMs = 1_500;

/** No accessibility violation, no target below the floor, nothing to scroll sideways. */
export const expectFit = async (page: Page): Promise<void> => {
  // What fades in is measured when it is there: contrast in mid-fade is nobody's.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  );
  let told = await findViolations(page);
  if (told.length > 0) {
    // Caught between two states, a button half enabled, a screen half there: looked at once more.
    await page.waitForTimeout(settleMs);
    told = await findViolations(page);
  }
  expect.soft(told, `accessibility of ${page.url()}`).toEqual([]);
  const small = await page.evaluate(findSmallTargets, floorPx);
  expect.soft(small, `targets of ${page.url()}`).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `sideways scroll of ${page.url()}`).toBeLessThanOrEqual(0);
};
