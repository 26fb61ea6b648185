import { expect, type Page } from '@playwright/test';
import { test } from '#e2e/test.ts';

type Answer = { readonly status: number; readonly response: unknown };

/** What any page in scope would do with a plain form field. */
const post = (page: Page, message: string): Promise<Answer> =>
  page.evaluate(async (text) => {
    const answer = await fetch('chat', {
      method: 'POST',
      body: new URLSearchParams({ message: text }),
    });
    const body = (await answer.json()) as { readonly response?: unknown };
    return { status: answer.status, response: body.response };
  }, message);

test('the chatbot answers without a network, in English and Chinese, from the app and from a plain page', async ({
  page,
  context,
}) => {
  await page.goto('.');
  await expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 30_000 });
  await context.setOffline(true);
  for (const place of ['.', 'chat.html']) {
    await page.goto(place);
    const greeting = await post(page, 'hello');
    expect(greeting.status).toBe(200);
    expect(greeting.response).toMatch(/\w/u);
    const chinese = await post(page, '你好');
    expect(chinese.status).toBe(200);
    expect(chinese.response).toMatch(/\p{Script=Han}/u);
  }
});

test('an empty message is answered, not swallowed', async ({ page, noise }) => {
  // The browser itself reports a refused request as an error of the page.
  noise.allow(/chat/u);
  await page.goto('.');
  await expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 30_000 });
  expect((await post(page, '  ')).response).toMatch(/\w/u);
});
