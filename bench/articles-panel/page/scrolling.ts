const FRAMES = 240;
const JUMPS = 60;
/** Pixels a frame: a wheel turned fast. */
const STEP = 120;
/** Milliseconds over which at least one picture was missed. */
const LATE = 32;

/** What scrolling a list came to; times are milliseconds between pictures. */
export interface Scrolled extends Spread {
  readonly name: string;
  readonly frames: number;
  readonly late: number;
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
}

/** Milliseconds of rest in a row after which the page is taken to have nothing left to do. */
const REST = 12;
const RESTS = 40;

/** Waits until the page has nothing left to do: what is sorted ahead of need is sorted. */
export async function settled(): Promise<void> {
  let rests = 0;
  for (let tries = 0; tries < 4000 && rests < RESTS; tries += 1) {
    await nextFrame();
    const deadline = await new Promise<IdleDeadline>((resolve) => {
      requestIdleCallback(resolve);
    });
    rests = deadline.timeRemaining() >= REST ? rests + 1 : 0;
  }
}

/** The smallest, the middle and the greatest of some numbers. */
export interface Spread {
  readonly best: number;
  readonly median: number;
  readonly longest: number;
}

/** The smallest, the middle and the greatest of some numbers. */
export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    best: sorted[0] ?? 0,
    median: sorted[sorted.length >> 1] ?? 0,
    longest: sorted.at(-1) ?? 0,
  };
}

async function frames(
  name: string,
  count: number,
  move: (index: number) => void,
): Promise<Scrolled> {
  const times: number[] = [];
  await settled();
  let before = await nextFrame();
  for (let index = 0; index < count; index += 1) {
    move(index);
    const now = await nextFrame();
    times.push(now - before);
    before = now;
  }
  return { name, frames: count, late: times.filter((ms) => ms > LATE).length, ...spread(times) };
}

/** Rolls through a list as a wheel does, and jumps through it as a dragged bar does. */
export async function scroll(name: string, scroller: Element): Promise<readonly Scrolled[]> {
  const whole = scroller.scrollHeight - scroller.clientHeight;
  scroller.scrollTop = whole / 3;
  const rolled = await frames(`${name}, rolled`, FRAMES, () => {
    scroller.scrollTop += STEP;
  });
  const jumped = await frames(`${name}, dragged`, JUMPS, (index) => {
    scroller.scrollTop = (whole * index) / JUMPS;
  });
  return [rolled, jumped];
}
