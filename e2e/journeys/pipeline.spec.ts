import type { Page } from '@playwright/test';
import { shoot } from '#e2e/contact-sheet.ts';
import { appPage } from '#e2e/pages/app-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { pipelinePage } from '#e2e/pages/pipeline-page.ts';
import { keepPreferences } from '#e2e/pages/preferences.ts';
import { expectFit } from '#e2e/pages/screen-checks.ts';
import { test } from '#e2e/test.ts';
import { zh } from '#i18n/zh.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const customers = 'Name;City\nTarnwick Provisions;Leeds\n云禾咖啡;上海\n';

const picture = async (page: Page, screen: string, theme: string, language: string) => {
  const { viewport } = test.info().project.use;
  const isWide = (viewport?.width ?? 0) > (viewport?.height ?? 0);
  const orientation = isWide ? 'landscape' : 'portrait';
  await shoot(page, { screen, orientation, theme, language });
};

const look = async (page: Page, screen: string) => {
  await picture(page, screen, 'light', 'en');
  await expectFit(page);
};

test('I make deals, move them by button and by hand, lose one with a reason, win one, take it back', async ({
  page,
}) => {
  const app = appPage(page);
  const pipeline = pipelinePage(page);
  await app.open();
  await firstRunPage(page).importFile();
  await importPage(page).bringIn({ name: 'shops.csv', bytes: Buffer.from(customers) });
  await app.goTo('pipeline');
  await look(page, 'pipeline-empty');
  await pipeline.make({
    name: 'Tea for the year',
    customer: 'Tarnwick',
    amount: '12000',
    stage: 'prospecting',
    close: '2027-03-31',
  });
  await pipeline.planTask('Bring samples');
  await look(page, 'deal');
  await pipeline.open();
  await pipeline.make({ name: '二店配货', customer: '云禾', amount: '8000', stage: 'proposal' });
  await pipeline.open();
  // 12,000 × 10 % + 8,000 × 50 %
  await pipeline.expectForecast('€5.2K');
  await pipeline.expectIn('Tea for the year', 'prospecting');
  await pipeline.expectCardSays('Tea for the year', 'Bring samples');
  await look(page, 'pipeline');

  await pipeline.moveTo('Tea for the year', 'qualified');
  await pipeline.expectIn('Tea for the year', 'qualified');
  await pipeline.expectForecast('€7K');
  await pipeline.drag('Tea for the year', 'negotiation');
  await pipeline.expectIn('Tea for the year', 'negotiation');
  await pipeline.expectForecast('€13K');
  await pipeline.openByMonth();
  await look(page, 'pipeline-forecast');
  await pipeline.closeDialog();

  await pipeline.show('proposal');
  await pipeline.drag('二店配货', 'lost');
  await look(page, 'pipeline-lost');
  await pipeline.giveReason('Price');
  await pipeline.expectIn('二店配货', 'lost');
  await pipeline.expectCardSays('二店配货', 'Price');
  await pipeline.expectForecast('€9K');

  await pipeline.show('negotiation');
  await pipeline.moveTo('Tea for the year', 'won');
  await pipeline.expectOrderOffered();
  await pipeline.expectIn('Tea for the year', 'won');
  await app.undo();
  await pipeline.expectIn('Tea for the year', 'negotiation');
  await pipeline.openDeal('Tea for the year');
  await pipeline.expectHistory(['negotiation', 'qualified', 'prospecting']);
});

test('the board of the demo is fit to show, dark and in Chinese, and narrows by a search', async ({
  page,
}) => {
  const app = appPage(page);
  await app.open();
  await firstRunPage(page).loadDemo();
  await app.expectUsable();
  await app.expectNoJobs(100_000);
  await app.goTo('pipeline');
  await pipelinePage(page).show('proposal');
  await pipelinePage(page).expectNoOverlap();
  await look(page, 'pipeline-demo');
  await pipelinePage(page).search('zzzz');
  await pipelinePage(page).expectNoneFound();
  for (const [theme, language] of [
    ['dark', 'en'],
    ['sunlight', 'en'],
    ['light', 'zh'],
  ] as const) {
    await keepPreferences(page, { theme, language });
    await pipelinePage(page).open();
    await page.reload();
    await pipelinePage(page, language === 'zh' ? zh : undefined).show('proposal');
    await pipelinePage(page).expectNoOverlap();
    await picture(page, 'pipeline-demo', theme, language);
    if (theme === 'dark') await expectFit(page);
  }
});
