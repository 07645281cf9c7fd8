import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { inBackground } from '../state/background.ts';
import { takeDropped } from '../state/dropped.ts';
import { isBundleName, takeBundles } from '../state/handover.ts';
import { useProject } from '../state/project.ts';
import { t } from '../words/words.ts';
import styles from './drop-layer.module.css';

function bringsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

/** Bundles of colleagues are taken in, everything else is imported. */
function take(files: readonly File[]): void {
  const bundles = files.filter(({ name }) => isBundleName(name));
  const rest = files.filter(({ name }) => !isBundleName(name));
  if (bundles.length > 0) inBackground(takeBundles(bundles));
  if (rest.length > 0 || bundles.length === 0) inBackground(takeDropped(rest));
}

/** Takes files and folders that are dropped anywhere on the window. */
function useDrop(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Enter and leave come for every element on the way: the depth tells when the window is left.
    let depth = 0;
    const end = (): void => {
      depth = 0;
      setOver(false);
    };
    const stop = new AbortController();
    const listen = (
      type: 'dragenter' | 'dragover' | 'dragleave' | 'drop',
      act: (event: DragEvent) => void,
    ): void => {
      window.addEventListener(
        type,
        (event) => {
          if (!bringsFiles(event)) return;
          event.preventDefault();
          act(event);
        },
        { signal: stop.signal },
      );
    };
    listen('dragenter', () => {
      depth += 1;
      setOver(true);
    });
    listen('dragover', (event) => {
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    });
    listen('dragleave', () => {
      depth -= 1;
      if (depth <= 0) end();
    });
    listen('drop', (event) => {
      end();
      take([...(event.dataTransfer?.files ?? [])]);
    });
    return () => stop.abort();
  }, []);
  return over;
}

/** Says where dragged files would go. */
export function DropLayer() {
  const over = useDrop();
  const name = useProject((state) => state.project?.name);
  if (!over) return null;
  return (
    <div className={styles['layer']}>
      <div className={styles['frame']}>
        <FileDown size={20} strokeWidth={1.6} aria-hidden />
        <p className={styles['title']}>
          {name === undefined ? t('app.dropNew') : t('app.dropInto', { name })}
        </p>
        <p className={styles['words']}>{t('app.dropWords')}</p>
      </div>
    </div>
  );
}
