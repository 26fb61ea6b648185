import { encodeGbk } from './encode-gbk.ts';
import { pick, seeded } from './seeded.ts';

const families = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄'] as const;
const trades = ['超市', '餐厅', '药店', '书店', '花店'] as const;
const cities = ['上海', '北京', '广州', '成都', '杭州'] as const;

/** What is true of the table, for a test to compare with. */
export type ChineseTable = {
  readonly bytes: Buffer;
  readonly rows: number;
  readonly duplicates: number;
  readonly nameless: number;
};

/**
 * A messy table as an office program in China would write it: GBK, semicolons, decimal commas, a line
 * break inside quotes, every tenth row twice, every 25th without a name.
 */
export const makeChineseTable = (count: number, seed: number): ChineseTable => {
  const random = seeded(seed);
  const lines: string[] = [];
  let duplicates = 0;
  let nameless = 0;
  for (let row = 0; row < count; row += 1) {
    const isNameless = row % 25 === 24;
    const name = isNameless ? '' : `${pick(random, families)}记${pick(random, trades)}${row + 1}`;
    const amount = `${Math.floor(random() * 9000)},${String(Math.floor(random() * 100)).padStart(2, '0')}`;
    const note = row % 40 === 0 ? '"老客户；\n每月结算"' : '';
    const paid = random() < 0.4 ? '是' : '否';
    const line = [name, pick(random, cities), amount, paid, note].join(';');
    lines.push(line);
    if (isNameless) nameless += 1;
    if (row % 10 === 9) {
      lines.push(line);
      duplicates += 1;
      if (isNameless) nameless += 1;
    }
  }
  const text = `客户名称;城市;年采购额;已签约;备注\r\n${lines.join('\r\n')}\r\n`;
  return { bytes: encodeGbk(text), rows: lines.length, duplicates, nameless };
};
