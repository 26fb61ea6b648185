import { accept, type Result, refuse } from '#core/result.ts';

/** A picture from a camera is below this; what is above is not opened at all. */
const mostBytes = 20_000_000;
/** A small file may unfold into a picture that fills the memory: it is refused by its size in pixels. */
const mostPixels = 100_000_000;
const longestSide = 1600;
/** For a drawing that names no size of its own. */
const drawnSide = 512;

const load = (url: string): Promise<HTMLImageElement | undefined> =>
  new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => resolve(undefined);
    image.src = url;
  });

const draw = (image: HTMLImageElement): Promise<Blob | null> => {
  const width = image.naturalWidth || drawnSide;
  const height = image.naturalHeight || drawnSide;
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    try {
      canvas.toBlob(resolve, 'image/webp', 0.85);
    } catch (error) {
      // A drawing that brings a foreign page along cannot be read back.
      reject(error);
    }
  });
};

/**
 * A picture as plain pixels: scripts of a drawing, places and names hidden in a photo, and whatever
 * follows the picture in its file are gone. An image element runs no script and fetches nothing.
 * Refuses: attachment-too-large, picture-unreadable.
 */
export const redrawPicture = async (file: Blob): Promise<Result<Blob>> => {
  if (file.size > mostBytes) return refuse('attachment-too-large', { megabytes: mostBytes / 1e6 });
  const url = URL.createObjectURL(file);
  try {
    const image = await load(url);
    if (image === undefined || image.naturalWidth * image.naturalHeight > mostPixels)
      return refuse('picture-unreadable');
    const drawn = await draw(image);
    return drawn === null ? refuse('picture-unreadable') : accept(drawn);
  } catch {
    return refuse('picture-unreadable');
  } finally {
    URL.revokeObjectURL(url);
  }
};
