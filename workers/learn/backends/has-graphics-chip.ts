/** Names under which programs draw on the processor: Chromium's, Mesa's, Windows' own. */
const drawnByProcessor = /swiftshader|llvmpipe|softpipe|software|basic render/iu;

/**
 * Whether WebGL is more than a program on the processor: such a one takes ten seconds to build its own and
 * cannot be faster than what it runs on.
 */
export const hasGraphicsChip = (): boolean => {
  if (typeof OffscreenCanvas === 'undefined') return false;
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  if (context === null) return false;
  // A browser told to draw so anyway names no caveat.
  const told = context.getExtension('WEBGL_debug_renderer_info');
  const name = context.getParameter(told?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return !drawnByProcessor.test(String(name));
};
