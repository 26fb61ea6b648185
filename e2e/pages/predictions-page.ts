import { expect, type Page } from '@playwright/test';
import { en, type Words } from '#i18n/en.ts';
import { choose } from './choose.ts';
import { expectFit } from './screen-checks.ts';

/** Insights › Predictions. */
export const predictionsPage = (page: Page, words: Words = en) => {
  const own = words.predictions;
  const main = page.getByRole('main');
  const anyRound = new RegExp(
    own.epoch(777, 888).replace('777', '[1-9]\\d*').replace('888', '\\d+'),
    'u',
  );
  const openTicks = async () => {
    const ticks = main.locator('details', { has: page.getByText(own.columnsHint) });
    await expect(ticks).toHaveCount(1);
    if ((await ticks.getAttribute('open')) === null) await ticks.locator('summary').click();
    return ticks;
  };
  return {
    open: () => page.goto('./#/insights/predictions'),
    ask: async (column: string, answer: string) => {
      await choose(page, own.ask, column);
      await choose(page, own.answer, answer);
    },
    /** A question orders answer; it has no answer to choose. */
    askOrders: (question: string) => choose(page, own.ask, question),
    /** Under "Details": the reference network on a slow engine leaves time to look at a training, and to cancel it. */
    computeBy: async (engine: keyof Words['predictions']['engines']) => {
      await expect(main.getByRole('button', { name: own.train, exact: true })).toBeVisible();
      const shut = main.locator('details:not([open]) > summary').filter({ hasText: own.details });
      while ((await shut.count()) > 0) await shut.first().click();
      await choose(page, own.mode, own.modes.reference);
      await choose(page, own.engine, own.engines[engine]);
    },
    /** Another kind of model; "Details" are open. */
    kind: (mode: keyof Words['predictions']['modes']) => choose(page, own.mode, own.modes[mode]),
    /** The new model waits beside the one in use, and it is said how they compare. */
    expectCandidate: async (by: keyof Words['modelCare']['comparedBy']) => {
      const card = main.getByRole('region', { name: words.modelCare.candidate });
      await expect(card).toBeVisible({ timeout: 120_000 });
      await expect(card.getByText(words.modelCare.comparedBy[by])).toBeVisible();
    },
    answerCandidate: async (answer: 'use' | 'keep') => {
      const card = main.getByRole('region', { name: words.modelCare.candidate });
      const name = answer === 'use' ? own.use : words.modelCare.keep;
      await card.getByRole('button', { name, exact: true }).click();
      await expect(card).toBeHidden();
    },
    /** No prediction of the model in use has come due. */
    expectNotDue: () =>
      expect(
        main
          .getByRole('region', { name: words.modelCare.outcomes, exact: true })
          .first()
          .getByText(/Nothing has come due yet/u),
      ).toBeVisible({ timeout: 60_000 }),
    /** "We said … It came true for 149", and a table of it by what was said. */
    expectHits: async () => {
      const card = main
        .getByRole('region', { name: words.modelCare.outcomes, exact: true })
        .first();
      await expect(card.getByText(/It came true for \d+/u)).toBeVisible({ timeout: 60_000 });
      expect(await card.getByRole('row').count()).toBeGreaterThan(2);
    },
    expectOffer: () =>
      expect(
        main
          .getByRole('region', { name: words.modelCare.offer })
          .getByText(words.modelCare.ageOfOrders(76)),
      ).toBeVisible(),
    trainAgain: () =>
      main.getByRole('button', { name: words.modelCare.trainAgain, exact: true }).click(),
    /** Puts the newest kept model of this kind back in use. */
    rollBackTo: async (kind: keyof Words['predictions']['kinds']) => {
      const rows = main.getByRole('row').filter({ hasText: own.kinds[kind] });
      await rows.getByRole('button', { name: own.use, exact: true }).first().click();
    },
    expectKindInUse: async (kind: keyof Words['predictions']['kinds']) => {
      const rows = main.getByRole('row').filter({ hasText: own.kinds[kind] });
      await expect(rows.getByText(own.inUse, { exact: true })).toHaveCount(1);
    },
    /** Takes a column out of what is learned from, or in again. */
    tick: async (column: string, isTicked: boolean) => {
      const ticks = await openTicks();
      await ticks.getByText(column, { exact: true }).click();
      const box = ticks.getByRole('checkbox', { name: column, exact: true });
      await expect(box).toBeChecked({ checked: isTicked });
    },
    expectUnticked: async (column: string) => {
      const ticks = await openTicks();
      await expect(ticks.getByRole('checkbox', { name: column, exact: true })).not.toBeChecked();
    },
    /** How long it may take, with about how many seconds that is on this device. */
    takeTime: async (effort: keyof Words['predictions']['effort']['names']) => {
      const button = main.getByRole('button', { name: own.effort.ask });
      await expect(button).toContainText(/\d/u, { timeout: 30_000 });
      await button.click();
      await page.getByRole('option', { name: own.effort.names[effort] }).click();
    },
    expectTimeSaved: () => expect(main.getByText(/^To save time: /u)).toBeVisible(),
    train: () => main.getByRole('button', { name: own.train, exact: true }).click(),
    /** The network is being trained, and the error of the first rounds is drawn. */
    expectRound: () => expect(main.getByText(anyRound).first()).toBeVisible({ timeout: 90_000 }),
    cancel: () => main.getByRole('button', { name: words.ui.cancel, exact: true }).first().click(),
    /** The training rests: it says so, and gets no further until it is told to go on. */
    pauseAndResume: async () => {
      await main.getByRole('button', { name: words.ui.pause, exact: true }).click();
      const bar = main.getByRole('progressbar').first();
      await expect(bar.getByText(words.ui.paused, { exact: true })).toBeVisible({ timeout: 5_000 });
      const stands = await bar.textContent();
      await expectFit(page);
      expect(await bar.textContent()).toBe(stands);
      await main.getByRole('button', { name: words.ui.resume, exact: true }).click();
      await expect(bar.getByText(words.ui.paused, { exact: true })).toBeHidden();
    },
    /** Some parts are learned; the tab may be closed now. */
    expectHalfLearned: () =>
      expect(
        main
          .getByRole('progressbar')
          .first()
          .getByText(/^[2-6]\d%/u),
      ).toBeVisible({
        timeout: 60_000,
      }),
    /** After the tab was closed: how far the training was is said, and it goes on from there. */
    goOn: async () => {
      const card = main.getByRole('region', { name: own.unfinished.title('bought') });
      await expect(card.getByText(/^[1-6]\d% of it was done/u)).toBeVisible({ timeout: 20_000 });
      await expectFit(page);
      await card.getByRole('button', { name: own.unfinished.goOn, exact: true }).click();
      await expect(main.getByText(own.unfinished.goesOn)).toBeVisible({ timeout: 20_000 });
      await expect(card).toBeHidden();
    },
    expectCancelledWithoutModel: () =>
      expect(main.getByText(own.cancelledNone)).toBeVisible({ timeout: 15_000 }),
    expectCancelledKeepingModel: () =>
      expect(main.getByText(own.cancelledKept)).toBeVisible({ timeout: 15_000 }),
    /** "Of 100 customers in the tenth we ranked highest, 62 had …": how many. */
    topHits: async (timeout = 120_000): Promise<number> => {
      const sentence = main.getByText(/Of 100 customers in the tenth/u);
      await expect(sentence).toBeVisible({ timeout });
      return Number(/highest, (\d+) had/u.exec((await sentence.textContent()) ?? '')?.[1]);
    },
    /** What each value of the columns it goes by does: a curve or bars per column, and a table. */
    showEffects: async () => {
      await main.getByRole('button', { name: words.effects.show }).click();
      const effects = main.locator('[data-effects]');
      await expect(effects).toBeVisible({ timeout: 60_000 });
      await expect(effects.locator('svg, ul').first()).toBeVisible();
    },
    expectReport: () =>
      expect(main.getByRole('heading', { name: own.verdict })).toBeVisible({ timeout: 120_000 }),
    /** Nothing is promised: no list, no curve, no calls to plan. */
    expectNoSignal: async () => {
      await expect(main.getByText(own.verdicts['no-signal'])).toBeVisible();
      await expect(main.getByRole('link', { name: own.seeLikely })).toBeHidden();
      await expect(main.getByRole('region', { name: own.calls.title })).toBeHidden();
    },
    /** The verdict: how many times more calling the top fifth finds, from the careful to the bold end. */
    lifted: async (): Promise<readonly [number, number, number]> => {
      const sentence = main.getByText(/Calling the top 20% finds/u);
      const found = /finds ([\d.]+) times .*likely ([\d.]+)–([\d.]+)/u;
      const [, lift, low, high] = found.exec((await sentence.textContent()) ?? '') ?? [];
      return [Number(lift), Number(low), Number(high)];
    },
    /** "I can call so many; a call costs, a sale is worth": what to expect is said. */
    planCalls: async ({
      calls,
      cost,
      worth,
    }: {
      readonly calls: string;
      readonly cost: string;
      readonly worth: string;
    }) => {
      const planner = main.getByRole('region', { name: own.calls.title });
      await planner.getByLabel(own.calls.iCan).fill(calls);
      await planner.getByLabel(own.calls.cost('EUR')).fill(cost);
      await planner.getByLabel(own.calls.worth('EUR')).fill(worth);
      await expect(planner.getByText(own.calls.enterBoth)).toBeHidden();
    },
    /** How many hits are expected of so many calls. */
    expectedHits: async (): Promise<number> => {
      const planner = main.getByRole('region', { name: own.calls.title });
      const text = (await planner.getByText(/: expect \d+ ± \d+ customers/u).textContent()) ?? '';
      return Number(/expect (\d+)/u.exec(text)?.[1]);
    },
    expectBestCalls: () =>
      expect(
        main.getByRole('region', { name: own.calls.title }).getByText(/pay best/u),
      ).toBeVisible(),
    expectNoQuestion: () =>
      expect(main.getByText(own.noTarget).or(main.getByText(own.noCustomers)).first()).toBeVisible({
        timeout: 20_000,
      }),
    expectTooLittle: () =>
      expect(main.getByRole('button', { name: own.train, exact: true })).toBeDisabled(),
    /** The numbers behind the sentence: "AUC" and the like. */
    figure: async (name: string): Promise<string> => {
      const row = main.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });
      return (await row.first().textContent()) ?? '';
    },
    openDetails: async () => {
      const shut = main.locator('details:not([open]) > summary:visible');
      while ((await shut.count()) > 0) await shut.first().click();
    },
    /** Opens the dialog that says what the file gives away. */
    openExport: async () => {
      await main.getByRole('button', { name: words.modelFile.export }).first().click();
      await expect(page.getByText(words.modelFile.notSealed)).toBeVisible();
    },
    /** The archive of the newest model, as the browser saves it. */
    exportModel: async () => {
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: words.modelFile.make, exact: true }).click();
      return (await saved).path();
    },
    seeLikely: () => main.getByRole('link', { name: own.seeLikely }).click(),
  };
};
