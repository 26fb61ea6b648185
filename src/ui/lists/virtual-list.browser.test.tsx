import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import '#ui/tokens.css';
import '#ui/base.css';
import { VirtualList } from './virtual-list.tsx';

const count = 100_000;

let root: ReturnType<typeof createRoot>;
let drawn = 0;

function Customers() {
  const [range, setRange] = useState('');
  return (
    <div style={{ display: 'flex', height: 640 }} data-range={range}>
      <VirtualList
        label="Customers"
        count={count}
        row={(index) => {
          drawn += 1;
          return <span>Customer {index + 1}</span>;
        }}
        href={(index) => `#/customers/${index}`}
        onRange={(first, last) => setRange(`${first}-${last}`)}
      />
    </div>
  );
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const settle = async () => {
  for (let n = 0; n < 5; n += 1) await frame();
};
const grid = () => document.querySelector('[role=grid]') as HTMLElement;
const press = async (key: string) => {
  grid().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await settle();
};
const rows = () => [...document.querySelectorAll('[role=row]')];

beforeEach(async () => {
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  root = createRoot(place);
  drawn = 0;
  root.render(
    <StrictMode>
      <Customers />
    </StrictMode>,
  );
  await settle();
});

afterEach(() => root.unmount());

test('a list of 100,000 customers holds only the rows one can see', () => {
  expect(grid().getAttribute('aria-rowcount')).toBe('100000');
  expect(rows().length).toBeGreaterThanOrEqual(10);
  expect(rows().length).toBeLessThan(40);
  expect(drawn).toBeLessThan(500);
});

test('a jump into the middle shows the rows there and says which', async () => {
  grid().scrollTop = 64 * 50_000;
  await settle();
  expect(document.body.textContent).toContain('Customer 50001');
  const shown = document.querySelector<HTMLElement>('[data-range]')?.dataset.range ?? '';
  const [first = 0, last = 0] = shown.split('-').map(Number);
  expect(first).toBeLessThanOrEqual(50_000);
  expect(last).toBeGreaterThanOrEqual(50_009);
});

test('keys walk the list, and Enter opens the active customer', async () => {
  for (const key of ['j', 'j', 'ArrowDown', 'k']) await press(key);
  const active = grid().getAttribute('aria-activedescendant');
  expect(document.getElementById(active ?? '')?.getAttribute('aria-rowindex')).toBe('2');
  await press('End');
  expect(document.body.textContent).toContain('Customer 100000');
  await press('Enter');
  expect(location.hash).toBe('#/customers/99999');
});
