/** Time the browser gets to begin a download, ms. */
const downloadMs = 60_000;

/** Saves a file where the browser saves downloads. */
const download = (file: File): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), downloadMs);
};

/** Opens the tablet's share sheet with a file; where there is none, or it refuses, downloads it. */
export const shareFile = async (file: File): Promise<void> => {
  const canShare = navigator.canShare?.({ files: [file] }) ?? false;
  if (!canShare) return download(file);
  try {
    await navigator.share({ files: [file], title: file.name });
  } catch (error) {
    // The person closed the sheet: that is an answer. Anything else must not lose the file.
    if (!(error instanceof DOMException && error.name === 'AbortError')) download(file);
  }
};
