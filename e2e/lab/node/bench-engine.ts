import { askPython } from './ask-python.ts';
import { type BenchRow, benchLine } from './bench-row.ts';

const usualRows = 40_000;
const width = 60;
const epochs = 10;

type Fitted = { readonly ms: number; readonly loss: number; readonly forwardMs: number };

/** Training step and forward pass of our own engine against scikit-learn's, on rows by the same rule. */
export const benchEngine: BenchRow = async (session, options) => {
  const rows = options.whole('rows') ?? usualRows;
  const seed = options.whole('seed') ?? 0;
  const train = (members: number, batch: number) =>
    session.call('fitMatrix', { rows, width, members, epochs, batch, seed });
  const peerOf = (batch: number) =>
    askPython<Fitted>('mlp-steps.py', [rows, width, epochs, batch, seed]);
  const of = (value: number | undefined) => (value === undefined ? undefined : [value]);
  const size = `${rows} × ${width}, ${epochs} epochs`;
  const alone = await train(1, 32);
  const peer = await peerOf(32);
  const large = await train(1, 256);
  const largePeer = await peerOf(256);
  const members = await train(8, 256);
  return [
    benchLine(`${size}, batch 32, ms | scikit-learn`, [alone.ms], of(peer?.ms)),
    benchLine(`${size}, batch 32, last loss | scikit-learn`, [alone.loss], of(peer?.loss), 4),
    benchLine(`${size}, batch 256, ms | scikit-learn`, [large.ms], of(largePeer?.ms)),
    benchLine(`${size}, batch 256, eight members, ms`, [members.ms], undefined),
    benchLine('forward 100000 rows, ms | scikit-learn', [alone.forwardMs], of(peer?.forwardMs)),
    benchLine('forward 100000 rows, eight members, ms', [members.forwardMs], undefined),
  ];
};
