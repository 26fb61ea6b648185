/**
 * Says something to those who listen instead of looking, without moving the focus: a finished job,
 * an answer. The page holds one live region (`data-announcer`, in the shell).
 */
export const announce = (text: string): void => {
  const region = document.querySelector('[data-announcer]');
  if (region !== null) region.textContent = text;
};
