import { breakLines } from './break-lines.ts';

type TextLook = {
  /** Points. */
  readonly size: number;
  readonly isBold?: boolean;
  readonly align?: 'left' | 'right';
};

/** Draws on a page in points from its upper left corner. */
export type Pen = {
  readonly text: (text: string, x: number, y: number, look: TextLook) => void;
  readonly line: (x1: number, y: number, x2: number, width: number) => void;
  readonly wrap: (text: string, width: number, size: number, isBold: boolean) => readonly string[];
};

/** The same fonts as the screen's: what the tablet has for this language. */
const families = `system-ui, 'PingFang SC', 'Noto Sans SC', 'Microsoft YaHei', sans-serif`;

/** A pen on a canvas; `isFresh` paints the ground white first. `scale`: pixels per point. */
export const penOf = (
  canvas: HTMLCanvasElement,
  scale: number,
  locale: string,
  isFresh = true,
): Pen => {
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('no canvas to draw the page on');
  // The glyphs of Han characters differ by language.
  canvas.lang = locale;
  if (isFresh) {
    context.scale(scale, scale);
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.fillStyle = '#000';
  context.strokeStyle = '#000';
  context.textBaseline = 'alphabetic';
  const setFont = (size: number, isBold: boolean) => {
    context.font = `${isBold ? 700 : 400} ${size}px ${families}`;
  };
  return {
    text: (text, x, y, { size, isBold = false, align = 'left' }) => {
      setFont(size, isBold);
      context.textAlign = align;
      context.fillText(text, x, y);
    },
    line: (x1, y, x2, width) => {
      context.lineWidth = width;
      context.beginPath();
      context.moveTo(x1, y);
      context.lineTo(x2, y);
      context.stroke();
    },
    wrap: (text, width, size, isBold) => {
      setFont(size, isBold);
      return breakLines(text, (part) => context.measureText(part).width <= width);
    },
  };
};
