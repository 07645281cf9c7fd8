import { type ComponentType, lazy, Suspense, useState } from 'react';

const fetches: (() => Promise<ComponentType>)[] = [];

/**
 * A component whose code comes after the first picture, so that the start reads only what the desk
 * needs. {@link fetchTheRest} fetches all of them; one that is asked for before is fetched then, and
 * its place stays empty for that moment.
 */
export function later<Module>(
  load: () => Promise<Module>,
  pick: (module: Module) => ComponentType,
): ComponentType {
  let fetched: ComponentType | undefined;
  const fetch = async (): Promise<ComponentType> => {
    fetched ??= pick(await load());
    return fetched;
  };
  fetches.push(fetch);
  const Lazy = lazy(async () => ({ default: await fetch() }));
  return function Later() {
    // What is there already is shown at once: `lazy` would show an empty place first.
    const [Shown] = useState(() => fetched ?? Lazy);
    return (
      <Suspense fallback={<div aria-busy />}>
        <Shown />
      </Suspense>
    );
  };
}

/** Fetches, one after the other, what the first picture did not need. */
export async function fetchTheRest(): Promise<void> {
  for (const fetch of fetches) await fetch();
}
