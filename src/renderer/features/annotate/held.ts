/** Calls `move` while a button is held, and `end` once; returns how to call it off. */
export function whileHeld(
  move: (event: MouseEvent) => void,
  end: (event: MouseEvent | undefined) => void,
): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const finish = (event: MouseEvent | undefined): void => {
    controller.abort();
    end(event);
  };
  window.addEventListener('mousemove', move, { signal });
  window.addEventListener('mouseup', finish, { signal });
  window.addEventListener('blur', () => finish(undefined), { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      finish(undefined);
    },
    { signal, capture: true },
  );
  return () => controller.abort();
}
