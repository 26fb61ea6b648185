/** How long a browser may take to fetch what it was handed, ms. */
const keptMs = 60_000;

/** Hands a file to the browser, which puts it where downloads go. Nothing leaves the tablet by this. */
export const saveFile = (name: string, content: string | Blob, type: string): void => {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keptMs);
};

/**
 * Gives a text to the share sheet where there is one, else puts it on the clipboard. Answers what was
 * done; `nothing` when somebody shut the sheet or neither is allowed.
 */
export const shareText = async (
  title: string,
  text: string,
): Promise<'shared' | 'copied' | 'nothing'> => {
  try {
    if (navigator.share !== undefined) {
      await navigator.share({ title, text });
      return 'shared';
    }
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'nothing';
  }
};
