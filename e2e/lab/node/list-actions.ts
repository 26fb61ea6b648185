/** Each of these runs in the page, so each stands alone: nothing outside it is there. */

/** Scrolls the long list for a while and counts the frames it got a second. */
export const scrollLongList = async (ms: number): Promise<number> => {
  const list = document.querySelector('[role=grid]');
  if (list === null) throw new Error('There is no list on the page.');
  list.scrollTop = 0;
  let frames = 0;
  const startedAt = performance.now();
  while (performance.now() - startedAt < ms) {
    await new Promise(requestAnimationFrame);
    list.scrollTop += 120;
    frames += 1;
  }
  return (frames * 1000) / (performance.now() - startedAt);
};

/** Jumps into the middle and waits until every row there says who it is. */
export const jumpInList = async (): Promise<number> => {
  const list = document.querySelector('[role=grid]');
  if (list === null) throw new Error('There is no list on the page.');
  // Far enough down that it cannot be what stood there before.
  const least = Number(list.getAttribute('aria-rowcount')) / 4;
  const startedAt = performance.now();
  list.scrollTop = list.scrollHeight / 2;
  for (;;) {
    await new Promise(requestAnimationFrame);
    const rows = [...list.querySelectorAll('[role=row]')];
    const first = Number(rows[0]?.getAttribute('aria-rowindex') ?? 0);
    if (first > least && rows.every((row) => row.querySelector('a') !== null))
      return performance.now() - startedAt;
  }
};

/** Goes to an address of the list and waits until other rows stand there. */
export const timeToList = async (address: string): Promise<number> => {
  const look = () => {
    const status = document.querySelector('h1 ~ * [role=status]')?.textContent ?? '';
    const rows = [...document.querySelectorAll('[role=row]')].slice(0, 8);
    const isThere = rows.length > 0 && rows.every((row) => row.querySelector('a') !== null);
    return isThere ? `${status} ${rows.map((row) => row.textContent).join('|')}` : '';
  };
  const before = look();
  const startedAt = performance.now();
  location.hash = address;
  while (performance.now() - startedAt < 20_000) {
    await new Promise(requestAnimationFrame);
    const now = look();
    if (now !== '' && now !== before) return performance.now() - startedAt;
  }
  return Number.NaN;
};

/** Opens the first customer; how long until its page has a heading, and until all cards stand there. */
export const openFirstCustomer = async (): Promise<{ heading: number; cards: number }> => {
  const link = document.querySelector<HTMLAnchorElement>('[role=row] a');
  if (link === null) throw new Error('There is nobody in the list.');
  const startedAt = performance.now();
  link.click();
  const waitFor = async (isThere: () => boolean) => {
    while (!isThere()) await new Promise(requestAnimationFrame);
    return performance.now() - startedAt;
  };
  const heading = await waitFor(() => document.querySelectorAll('h1').length > 1);
  // The change log of the customer is the last card, and what was bought waits for two readings.
  const cards = await waitFor(() => document.querySelectorAll('h2').length > 9);
  return { heading, cards };
};
