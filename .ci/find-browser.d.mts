export function findSystemBrowser(): string | undefined;
export const BROWSER_ARGS: string[];
