import { test } from '@playwright/test';

/** How the screen is held in this run: a part of the name of a picture. */
export const orientation = (): 'landscape' | 'portrait' => {
  const { viewport } = test.info().project.use;
  return (viewport?.width ?? 0) > (viewport?.height ?? 0) ? 'landscape' : 'portrait';
};
