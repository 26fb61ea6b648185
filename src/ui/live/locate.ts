import type { Position } from '#core/position.ts';
import { accept, type Result, refuse } from '#core/result.ts';

/** How long one stands in a doorway waiting for satellites, ms. */
const patienceMs = 10_000;
/** A position this fresh need not be measured again, ms. */
const freshMs = 60_000;

/**
 * Where the tablet is, asked only when somebody has pressed a button that says so. Refuses:
 * position-denied (the person or the system said no), position-unknown (no signal, no receiver, late).
 */
export const locate = (): Promise<Result<Position>> => {
  const { geolocation } = navigator;
  if (geolocation === undefined) return Promise.resolve(refuse('position-unknown'));
  return new Promise((resolve) => {
    geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => resolve(accept({ latitude, longitude })),
      ({ code, PERMISSION_DENIED }) =>
        resolve(refuse(code === PERMISSION_DENIED ? 'position-denied' : 'position-unknown')),
      { timeout: patienceMs, maximumAge: freshMs },
    );
  });
};
