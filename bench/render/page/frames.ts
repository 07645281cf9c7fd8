import { nextFrame } from './cost.ts';

const JUMPS = 60;
const STEPS = 40;
const STEP = 60;
/** A frame that took longer than this, in milliseconds, missed at least one picture. */
const LATE = 32;

async function lateFrames(count: number, move: (index: number) => void): Promise<number> {
  let late = 0;
  let before = await nextFrame();
  for (let index = 0; index < count; index += 1) {
    move(index);
    const now = await nextFrame();
    if (now - before > LATE) late += 1;
    before = now;
  }
  return late;
}

/** Frames over 32 ms while jumping from top to bottom, and while rolling through the middle. */
export async function countLateFrames(
  scroller: Element,
): Promise<{ jumps: number; steps: number }> {
  const whole = scroller.scrollHeight - scroller.clientHeight;
  const jumps = await lateFrames(JUMPS, (index) => {
    scroller.scrollTop = (whole * index) / (JUMPS - 1);
  });
  scroller.scrollTop = whole / 2;
  await nextFrame();
  await nextFrame();
  await nextFrame();
  const steps = await lateFrames(STEPS, () => {
    scroller.scrollTop += STEP;
  });
  scroller.scrollTop = 0;
  await nextFrame();
  return { jumps, steps };
}
