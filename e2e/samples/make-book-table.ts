/** Customers of a small book, English and Chinese, with what a search must find of them. */
const book = [
  ['Lindmoor Foods', 'Leeds', '+44 113 4960 007', 'order@lindmoor.example', 12],
  ['Harrow Bakery', 'Leeds', '0113 496 0118', 'hello@harrow.example', 30],
  ['上海云禾餐饮', '上海', '021 6555 0199', 'yunhe@example.cn', 45],
  ['重庆大江商贸', '重庆', '023 6555 0123', 'dajiang@example.cn', 8],
  ['Quist & Daughters', 'York', '01904 960 442', 'zoe@quist.example', 22],
  ['Tamm Market', 'York', '01904 960 555', '', 5],
  ['Old Mill Café', 'Leeds', '', 'mill@example.org', 17],
  ['Brightwater Kitchen', 'Hull', '01482 960 100', '', 61],
] as const;

/** The book as a CSV file in UTF-8. */
export const makeBookTable = (): Buffer =>
  Buffer.from(
    ['Name,City,Phone,E-mail,Seats', ...book.map((row) => row.map((cell) => `"${cell}"`).join(','))]
      .join('\n'),
  );

export const bookRows = book.length;
