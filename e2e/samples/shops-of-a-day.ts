/** A morning's customers: eight shops with what a visit needs, as a spreadsheet would give them. */
export const shopsOfADay = (): Buffer =>
  Buffer.from(
    [
      'Name,City,Phone,E-mail,Contract end',
      ...[
        ['Harbour Deli', 'Hull'],
        ['Mill Lane Stores', 'York'],
        ['North Quay Foods', 'Hull'],
        ['Orchard Pantry', 'Leeds'],
        ['Station Bakery', 'York'],
        ['The Copper Pan', 'Leeds'],
        ['Weir Street Grocer', 'Ripon'],
        ['云禾商店', 'Leeds'],
      ].map(
        ([name, city], at) =>
          `${name},${city},+44 1482 55500${at},shop${at}@example.com,2031-0${at + 1}-15`,
      ),
    ].join('\r\n'),
  );
