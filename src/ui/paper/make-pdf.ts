import pdf from 'tinypdf';
import { a4, drawPaper } from './draw-paper.ts';
import type { Paper } from './paper.ts';

/** Quality of the pictures: the edge of a letter is clean, and a full page about 200 KB. */
const quality = 0.82;

const jpegOf = (canvas: HTMLCanvasElement): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) =>
        blob === null
          ? reject(new Error('the page could not be drawn'))
          : resolve(blob.arrayBuffer().then((buffer) => new Uint8Array(buffer))),
      'image/jpeg',
      quality,
    );
  });

/** The paper as a PDF file: every page a picture drawn with the tablet's own fonts. */
export const makePdf = async (paper: Paper): Promise<File> => {
  const book = pdf();
  for (const page of drawPaper(paper)) {
    const picture = await jpegOf(page);
    book.page(a4.width, a4.height, (context) => context.image(picture, 0, 0, a4.width, a4.height));
    // A canvas of 12 MB is not kept until the collector comes by.
    page.width = 0;
  }
  const bytes = new Uint8Array(book.build());
  return new File([bytes], `${paper.fileName}.pdf`, { type: 'application/pdf' });
};
