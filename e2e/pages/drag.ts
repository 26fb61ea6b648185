import type { Locator, Page } from '@playwright/test';

type Point = { readonly x: number; readonly y: number };

const middleOf = async (target: Locator): Promise<Point> => {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error('nothing to touch');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** How many steps a finger or a mouse takes on its way. */
const steps = 8;

const wayOf = (from: Point, to: Point): Point[] =>
  Array.from({ length: steps }, (_, at) => ({
    x: from.x + ((to.x - from.x) * (at + 1)) / steps,
    y: from.y + ((to.y - from.y) * (at + 1)) / steps,
  }));

/** Draws a finger from one thing to a little below the middle of another. */
export const dragByFinger = async (page: Page, from: Locator, to: Locator): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  const start = await middleOf(from);
  const end = await middleOf(to);
  await touch('touchStart', [start]);
  for (const point of wayOf(start, { x: start.x, y: end.y + 4 })) await touch('touchMove', [point]);
  await touch('touchEnd', []);
  await session.detach();
};

/** The same with the mouse. */
export const dragByMouse = async (page: Page, from: Locator, to: Locator): Promise<void> => {
  const start = await middleOf(from);
  const end = await middleOf(to);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  for (const { x, y } of wayOf(start, { x: start.x, y: end.y + 4 })) await page.mouse.move(x, y);
  await page.mouse.up();
};
