import { afterEach, expect } from 'vitest';
import { type Desk, startDesk } from './desk.ts';

/** Answers how to start desks; each is closed after its test, which fails where one met a bug. */
export function deskForTests(): (options?: Parameters<typeof startDesk>[0]) => Promise<Desk> {
  const open: Desk[] = [];
  afterEach(async () => {
    for (const desk of open.splice(0)) {
      await desk.close();
      expect(desk.bugs).toEqual([]);
    }
  });
  return async (options = {}) => {
    const started = await startDesk(options);
    open.push(started);
    return started;
  };
}
