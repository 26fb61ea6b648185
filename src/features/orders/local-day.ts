/** The day an instant (ms UTC) falls on where the tablet is: `YYYY-MM-DD`. */
export const localDay = (now: number): string => {
  const at = new Date(now);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};
