// Draws public/icons/*.png from rapport.svg; run by hand after the drawing has changed.
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright';
import { BROWSER_ARGS, findSystemBrowser } from './find-browser.mjs';

const folder = new URL('../public/icons/', import.meta.url);
const svg = await readFile(new URL('rapport.svg', folder), 'utf8');
const browser = await chromium.launch({ executablePath: findSystemBrowser(), args: BROWSER_ARGS });

async function draw(name, size, isMaskable) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  // A maskable icon fills the square and keeps its drawing within the inner 80 %.
  const drawing = isMaskable
    ? svg
        .replace('<rect', '<g transform="translate(51 51) scale(.8)"><rect')
        .replace('</svg>', '</g></svg>')
    : svg;
  const background = isMaskable ? '#155e52' : 'transparent';
  await page.setContent(
    `<style>body{margin:0;background:${background}}svg{display:block;width:${size}px}</style>${drawing}`,
  );
  await writeFile(new URL(name, folder), await page.screenshot({ omitBackground: true }));
  await page.close();
}

await draw('rapport-192.png', 192, false);
await draw('rapport-512.png', 512, false);
await draw('rapport-maskable-512.png', 512, true);
await browser.close();
