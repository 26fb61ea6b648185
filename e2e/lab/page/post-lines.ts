const linesAtOnce = 5_000;

/** Posts lines to an address of the laboratory's server, in order. Throws when it does not answer. */
export const postLines = async (
  url: string,
  lines: Iterable<string> | AsyncIterable<string>,
): Promise<number> => {
  let waiting: string[] = [];
  let count = 0;
  const send = async () => {
    if (waiting.length === 0) return;
    const answer = await fetch(url, { method: 'POST', body: `${waiting.join('\n')}\n` });
    if (!answer.ok) throw new Error(`The laboratory's server answered ${answer.status}.`);
    waiting = [];
  };
  for await (const line of lines) {
    count += 1;
    if (waiting.push(line) >= linesAtOnce) await send();
  }
  await send();
  return count;
};

/** A cell of a CSV file, quoted where it must be. */
export const csvCell = (value: string | number | boolean): string => {
  const text = String(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
