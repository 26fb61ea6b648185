import { describe, expect, test } from 'vitest';
import { seededRandom } from '#core/seeded-random.ts';
import { classify } from './classify.ts';

const jobOf = (signal = new AbortController().signal) => ({
  signal,
  beat: () => undefined,
  progress: () => undefined,
});

const verbs = ['where is', 'when comes', 'i still wait for', 'please track', 'what about', 'find'];
const subjects = {
  delivery: ['my parcel', 'the delivery', 'my package', 'the shipment'],
  invoice: ['the invoice', 'my bill', 'the receipt', 'a tax invoice'],
  发票: ['开发票', '专票', '普票', '电子发票'],
} as const;

const phrases = (label: keyof typeof subjects) =>
  subjects[label].flatMap((subject) =>
    verbs.map((verb) => ({ text: `${verb} ${subject}`, label: label as string })),
  );

const strange = (count: number) => {
  const random = seededRandom(5);
  const words = ['galaxy', 'opera', 'penguin', 'volcano', 'sonnet', 'glacier', 'violin', 'comet'];
  return Array.from({ length: count }, () => ({
    text: Array.from({ length: 4 }, () => words[Math.floor(random() * words.length)]).join(' '),
    label: 'oos',
  }));
};

const rows = [...phrases('delivery'), ...phrases('invoice'), ...phrases('发票')];

describe('a text classifier', () => {
  test('[A8] labels texts it has not seen, in English and Chinese', async () => {
    const test = ['has my parcel been sent', 'i lost the reciept', '能开专票吗'];
    const found = await classify({ train: rows, test }, jobOf());
    if (!found.ok) throw new Error(found.refusal.code);
    expect(found.value.answers.map(({ label }) => label)).toEqual(['delivery', 'invoice', '发票']);
    expect(found.value.modelBytes).toBeGreaterThan(1000);
  });

  test('[A8] what is out of scope has a label, is less sure and is refused', async () => {
    const train = [...rows, ...rows, ...rows, ...strange(40)];
    const test = ['where is my parcel', 'a penguin plays violin at the opera'];
    const found = await classify({ train, test, valid: rows }, jobOf());
    if (!found.ok) throw new Error(found.refusal.code);
    const [known, unknown] = found.value.answers;
    expect(known).toMatchObject({ label: 'delivery', accepted: true });
    expect(unknown?.accepted).toBe(false);
    expect(['delivery', 'invoice', '发票']).toContain(unknown?.label);
    expect(unknown?.confidence).toBeLessThan(known?.confidence ?? 0);
  });

  test('the same seed gives the same answers', async () => {
    const input = { train: rows, test: ['the bill', 'track it', '发票'], seed: 3 };
    const first = await classify(input, jobOf());
    const second = await classify(input, jobOf());
    expect(first.ok && first.value.answers).toEqual(second.ok && second.value.answers);
  });

  test('without a labelled row in scope there is nothing to learn', async () => {
    expect(await classify({ train: strange(5), test: ['x'] }, jobOf())).toMatchObject({
      refusal: { code: 'no-data' },
    });
  });

  test('a cancelled training answers so', async () => {
    const controller = new AbortController();
    controller.abort();
    const answer = await classify({ train: rows, test: ['x'] }, jobOf(controller.signal));
    expect(answer).toMatchObject({ refusal: { code: 'cancelled' } });
  });
});
