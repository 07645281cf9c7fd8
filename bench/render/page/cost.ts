/** Ends at the next animation frame. */
export function nextFrame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
}

/** Ends just after a frame was painted, outside of it: where an event of a person would come. */
export async function afterFrame(): Promise<void> {
  await nextFrame();
  await nextTask();
}

/** Ends in a task of its own, soon. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      resolve();
    };
    channel.port2.postMessage(undefined);
  });
}

/** Ends after two frames and some time more: what a library has put off is done by then. */
export async function settled(ms: number): Promise<void> {
  await nextFrame();
  await nextFrame();
  await new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/**
 * What one change costs, in milliseconds: the call itself, and from the start of the next frame to
 * after its paint. `paint` is the time to the second frame.
 */
export async function costOf(work: () => void): Promise<{ cost: number; paint: number }> {
  await afterFrame();
  // Asked for before the call, so that it runs before whatever the call puts into the frame.
  const after = new Promise<number>((resolve) => {
    requestAnimationFrame(() => {
      const frame = performance.now();
      const done = (): void => resolve(performance.now() - frame);
      nextTask().then(done, done);
    });
  });
  const start = performance.now();
  work();
  const call = performance.now() - start;
  const rest = await after;
  await nextFrame();
  return { cost: call + rest, paint: performance.now() - start };
}
