import type { Product } from '#core/sales/product.ts';

type Line = {
  readonly category: string;
  /** English and Chinese name, and the price of the small pack. */
  readonly goods: readonly (readonly [string, string, number])[];
};

const lines: readonly Line[] = [
  {
    category: 'Coffee',
    goods: [
      ['House espresso beans', '招牌意式咖啡豆', 14.9],
      ['Light filter beans', '浅烘手冲咖啡豆', 17.5],
      ['Decaf beans', '低因咖啡豆', 16.2],
      ['Cold brew concentrate', '冷萃浓缩液', 11.4],
      ['Instant sachets', '速溶咖啡条', 6.8],
    ],
  },
  {
    category: 'Tea',
    goods: [
      ['Breakfast tea', '早餐红茶', 7.9],
      ['Jasmine green tea', '茉莉绿茶', 9.6],
      ['Oolong', '乌龙茶', 13.8],
      ['Peppermint', '薄荷茶', 6.4],
      ['Chai blend', '印度奶茶拼配', 8.7],
    ],
  },
  {
    category: 'Bakery',
    goods: [
      ['Strong white flour', '高筋面粉', 9.2],
      ['Wholemeal flour', '全麦面粉', 9.9],
      ['Butter block', '黄油块', 12.6],
      ['Chocolate drops', '烘焙巧克力豆', 10.8],
      ['Frozen croissants', '冷冻可颂', 15.5],
    ],
  },
  {
    category: 'Drinks',
    goods: [
      ['Apple juice', '苹果汁', 8.4],
      ['Sparkling water', '气泡水', 5.2],
      ['Ginger lemonade', '姜汁柠檬水', 9.1],
      ['Oat drink', '燕麦饮', 10.2],
      ['Elderflower cordial', '接骨木花糖浆', 7.3],
    ],
  },
  {
    category: 'Snacks',
    goods: [
      ['Butter biscuits', '黄油饼干', 5.9],
      ['Roasted nuts', '烘烤坚果', 11.7],
      ['Muesli bars', '谷物棒', 8.2],
      ['Crisps', '薯片', 4.8],
      ['Dark chocolate', '黑巧克力', 7.6],
    ],
  },
  {
    category: 'Packaging',
    goods: [
      ['Paper cups', '纸杯', 13.1],
      ['Takeaway boxes', '外卖盒', 18.4],
      ['Paper bags', '纸袋', 9.7],
      ['Napkins', '餐巾纸', 6.1],
      ['Wooden cutlery', '木制餐具', 8.8],
    ],
  },
  {
    category: 'Cleaning',
    goods: [
      ['Dish detergent', '洗洁精', 10.4],
      ['Surface spray', '台面清洁剂', 6.9],
      ['Machine descaler', '咖啡机除垢剂', 12.3],
      ['Cloth rolls', '抹布卷', 5.6],
      ['Hand soap', '洗手液', 7.2],
    ],
  },
  {
    category: 'Equipment',
    goods: [
      ['Milk jug', '奶缸', 19.5],
      ['Burr grinder', '磨豆机', 189],
      ['Filter holder', '滤杯', 24.9],
      ['Serving tray', '托盘', 16.4],
      ['Airtight tin', '密封罐', 13.7],
    ],
  },
];

/**
 * What each good comes in: suffix in both languages, unit, price against the small pack. A case is
 * priced and ordered as one, so it has no pack size: that would ask for six cases of six.
 */
const packs = [
  ['small', '小包装', 'pack', 1],
  ['case of 6', '6件装', 'case', 5.4],
  ['case of 24', '24件装', 'case', 19.2],
] as const;

/** An EAN-13 of the numbers shops give themselves (GS1 prefix 20): no product of the world has it. */
const barcodeOf = (at: number): string => {
  const digits = `20${String(at + 1).padStart(10, '0')}`;
  const sum = [...digits].reduce(
    (total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3),
    0,
  );
  return digits + ((10 - (sum % 10)) % 10);
};

/** A currency whose unit is worth far less has higher prices, in round terms. */
const priceFactors: Readonly<Record<string, number>> = { CNY: 8, JPY: 160, INR: 90 };

/** Prices in this currency against those in euros, in round terms. */
export const priceLevelOf = (currency: string): number => priceFactors[currency] ?? 1;

/** The demo's 120 products. Ids are `<importId>.p<index>`. */
export const makeCatalogue = (
  importId: string,
  currency: string,
  now: number,
): readonly Product[] => {
  const factor = priceLevelOf(currency);
  const base = { createdAt: now, updatedAt: now, rev: 0, currency, custom: {} };
  return lines
    .flatMap(({ category, goods }) =>
      goods.flatMap(([name, altName, price]) =>
        packs.map(([pack, altPack, unit, times]) => ({
          ...base,
          category,
          unit,
          name: `${name}, ${pack}`,
          altName: `${altName} ${altPack}`,
          price: Math.round(price * times * factor * 100) / 100,
        })),
      ),
    )
    .map((product, at) => ({
      ...product,
      id: `${importId}.p${at}`,
      sku: `${product.category.slice(0, 2).toUpperCase()}-${String(at + 1).padStart(3, '0')}`,
      barcode: barcodeOf(at),
    }));
};
