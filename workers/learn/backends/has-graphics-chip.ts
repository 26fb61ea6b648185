/**
 * Whether WebGL is more than a program on the processor: such a one takes ten seconds to build its own and
 * cannot be faster than what it runs on.
 */
export const hasGraphicsChip = (): boolean => {
  if (typeof OffscreenCanvas === 'undefined') return false;
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
};
