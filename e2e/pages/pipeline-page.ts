import { expect, type Page } from '@playwright/test';
import type { DealStage } from '#core/sales/deal.ts';
import { en, type Words } from '#i18n/en.ts';
import { choose } from './choose.ts';

/** The board, the form and the page of a deal. */
export const pipelinePage = (page: Page, words: Words = en) => {
  const { pipeline, ui } = words;
  const column = (stage: DealStage) =>
    page.getByRole('region', { name: pipeline.stages[stage], exact: true });
  const tab = (stage: DealStage) =>
    page
      .getByRole('group', { name: pipeline.stageList })
      .getByRole('button', { name: new RegExp(`^${pipeline.stages[stage]}`, 'u') });
  const card = (name: string) => page.getByRole('article', { name, exact: true });
  const isNarrow = () => tab('prospecting').isVisible();
  /** Shows a stage where only one is in sight. */
  const show = async (stage: DealStage) => {
    await expect(page.getByRole('heading', { level: 1, name: pipeline.title })).toBeVisible();
    await expect(tab('prospecting').or(column('qualified')).first()).toBeVisible();
    if (await isNarrow()) await tab(stage).click();
  };
  return {
    show,
    open: () => page.goto('./#/pipeline'),
    /** Makes a deal by the form, which then shows its page. */
    make: async (deal: {
      readonly name: string;
      readonly customer?: string;
      readonly amount: string;
      readonly stage: DealStage;
      readonly close?: string;
    }) => {
      await page.getByRole('link', { name: pipeline.add }).click();
      const form = page.getByRole('dialog', { name: pipeline.add });
      await form.getByLabel(pipeline.name, { exact: true }).fill(deal.name);
      if (deal.customer !== undefined) {
        await form.getByLabel(pipeline.customer, { exact: true }).fill(deal.customer);
        await form.getByRole('button', { name: new RegExp(`^${deal.customer}`, 'u') }).click();
      }
      await form.getByLabel(pipeline.amount, { exact: true }).fill(deal.amount);
      await choose(page, pipeline.stage, pipeline.stages[deal.stage]);
      if (deal.close !== undefined)
        await form.getByLabel(pipeline.expectedClose, { exact: true }).fill(deal.close);
      await form.getByRole('button', { name: ui.save }).click();
      await expect(page.getByRole('heading', { level: 1, name: deal.name })).toBeVisible();
    },
    /** By the button on its card. */
    moveTo: async (name: string, stage: DealStage) => {
      await card(name).getByRole('button', { name: pipeline.moveTo }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: pipeline.stages[stage], exact: true })
        .click();
    },
    /** With the mouse, onto the column or, where one stage is in sight, onto its tab. */
    drag: async (name: string, stage: DealStage) => {
      const target = (await isNarrow()) ? tab(stage) : column(stage);
      await card(name).getByRole('strong').or(card(name).locator('strong')).first().dragTo(target);
    },
    /** From the handle of its card: Enter takes it, Tab goes from stage to stage, Enter lets go. */
    dragByKey: async (name: string, stage: DealStage) => {
      await card(name)
        .getByRole('button', { name: pipeline.drag(name) })
        .focus();
      await page.keyboard.press('Enter');
      const target = page.locator('main [data-target]');
      await expect(target).toHaveCount(1);
      for (let step = 0; step < 7; step += 1) {
        if ((await target.textContent())?.startsWith(pipeline.stages[stage])) break;
        await page.keyboard.press('Tab');
      }
      await expect(target).toContainText(pipeline.stages[stage]);
      await page.keyboard.press('Enter');
    },
    /** By the button on its card, with a finger. */
    tapMoveTo: async (name: string, stage: DealStage) => {
      await card(name).getByRole('button', { name: pipeline.moveTo }).tap();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: pipeline.stages[stage], exact: true })
        .tap();
    },
    giveReason: async (reason: string) => {
      const dialog = page.getByRole('dialog', { name: /lost\?|输单/u });
      await dialog.getByRole('button', { name: reason, exact: true }).click();
      await dialog.getByRole('button', { name: pipeline.lostSave, exact: true }).click();
      await expect(dialog).toHaveCount(0);
    },
    expectOrderOffered: async () => {
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByRole('link', { name: pipeline.makeOrder })).toBeVisible();
      await dialog.getByRole('button', { name: pipeline.notNow }).click();
    },
    expectIn: async (name: string, stage: DealStage) => {
      await show(stage);
      await expect(column(stage).getByRole('article', { name, exact: true })).toBeVisible();
    },
    expectCardSays: (name: string, text: string) => expect(card(name)).toContainText(text),
    expectForecast: (text: string) =>
      expect(page.getByRole('region', { name: pipeline.forecast, exact: true })).toContainText(
        text,
      ),
    openByMonth: async () => {
      await page.getByRole('button', { name: pipeline.byMonth }).click();
      await expect(page.getByRole('dialog').getByRole('table')).toBeVisible();
    },
    closeDialog: () =>
      page.getByRole('dialog').getByRole('button', { name: ui.close, exact: true }).click(),
    /** Cards grow when their customer is read; then the next one makes room. */
    expectNoOverlap: () =>
      expect
        .poll(() =>
          page.evaluate(() => {
            const lists = [...document.querySelectorAll('[data-stage] ul')];
            return lists.flatMap((list) => {
              const boxes = [...list.querySelectorAll('article')]
                .map((card) => card.getBoundingClientRect())
                .sort((a, b) => a.top - b.top);
              return boxes.filter((box, at) => box.bottom > (boxes[at + 1]?.top ?? Infinity));
            }).length;
          }),
        )
        .toBe(0),
    search: (text: string) => page.getByRole('searchbox', { name: pipeline.search }).fill(text),
    expectNoneFound: () => expect(page.getByText(pipeline.noneFound)).toBeVisible(),
    openDeal: async (name: string) => {
      await card(name).getByRole('link', { name }).click();
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    },
    expectHistory: async (stages: readonly DealStage[]) => {
      const lines = page.getByRole('region', { name: pipeline.history }).getByRole('listitem');
      await expect(lines).toHaveCount(stages.length);
      for (const [at, stage] of stages.entries())
        await expect(lines.nth(at)).toContainText(pipeline.stages[stage]);
    },
    planTask: async (title: string) => {
      await page.getByRole('button', { name: pipeline.newTask }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(pipeline.taskTitle).fill(title);
      await dialog.getByRole('button', { name: ui.save }).click();
      await expect(page.getByRole('region', { name: pipeline.tasks })).toContainText(title);
    },
  };
};
