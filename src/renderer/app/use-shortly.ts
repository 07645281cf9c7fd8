import { useEffect, useState } from 'react';

/** True for some milliseconds after `id` has changed to another one. */
export function useShortly(id: number | undefined, milliseconds: number): boolean {
  const [over, setOver] = useState<number | undefined>(undefined);
  useEffect(() => {
    if (id === undefined) return undefined;
    const timer = setTimeout(() => setOver(id), milliseconds);
    return () => clearTimeout(timer);
  }, [id, milliseconds]);
  return id !== undefined && over !== id;
}
