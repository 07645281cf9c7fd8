import type { Op } from '../../core/log/op.ts';
import type { CommitLoop } from './commit-loop.ts';

type Listener = (ops: readonly Op[]) => void;

/** A commit loop whose ops are heard once they are on disk. */
export function tellingOps(loop: CommitLoop): {
  readonly told: CommitLoop;
  /** @returns a function that ends listening */
  readonly onOps: (listener: Listener) => () => void;
} {
  const listeners = new Set<Listener>();
  return {
    told: {
      ...loop,
      async submit(request) {
        const settled = await loop.submit(request);
        const ops = settled.ok ? (settled.value?.ops ?? []) : [];
        if (ops.length > 0) for (const listener of listeners) listener(ops);
        return settled;
      },
    },
    onOps(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
