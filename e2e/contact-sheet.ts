import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

const folder = fileURLToPath(new URL('../test-results/contact-sheet', import.meta.url));

/** Where a screen stands on the sheet. */
export type Shot = {
  readonly screen: string;
  readonly orientation: string;
  readonly theme: string;
  readonly language: string;
};

const fileOf = ({ screen, orientation, theme, language }: Shot) =>
  `${orientation}-${theme}-${language}-${screen}.png`;

/** Adds a picture of the page as it is now. */
export const shoot = async (page: Page, shot: Shot): Promise<void> => {
  const path = join(folder, fileOf(shot));
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
};

/** Writes a page that shows all pictures there are, for a person to look at. */
export const bindSheet = (): void => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.png'));
  const figures = files
    .sort()
    .map(
      (name) =>
        `<figure><img src="${name}" alt="${name}"><figcaption>${name}</figcaption></figure>`,
    );
  const style = 'body{font:14px system-ui}figure{display:inline-block;margin:8px}img{width:420px}';
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Rapport</title><style>${style}</style>${figures.join('\n')}`,
  );
};
