import { setTimeout as pause } from 'node:timers/promises';

/** How many times longer than usual everything may take, for machines that do other things meanwhile (CAUSERIE_PATIENCE). */
export const patience = Number(process.env.CAUSERIE_PATIENCE ?? 1);

/**
 * Asks until the answer is truthy and gives it back; when the time is over, fails with what was waited for and the last trouble.
 * Every wait of the journeys goes through here, so none is without an end.
 */
export async function eventually(what, ask, { within = 15_000, every = 200 } = {}) {
  const end = Date.now() + within * patience;
  let trouble;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      trouble = undefined;
    } catch (error) {
      trouble = error;
    }
    if (Date.now() > end) {
      throw new Error(`Waited ${(within * patience) / 1000} s for ${what}`, { cause: trouble });
    }
    await pause(every);
  }
}

/** How long something took, in milliseconds, beside what it gave. */
export async function timed(work) {
  const began = performance.now();
  const result = await work();
  return [result, Math.round(performance.now() - began)];
}
