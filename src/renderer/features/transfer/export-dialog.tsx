import { type RefObject, useEffect, useRef } from 'react';
import { inBackground } from '../../state/background.ts';
import { type ExportAsked, forgetExport, useExport, writeExport } from '../../state/export.ts';
import { closeDialog } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { t } from '../../words/words.ts';
import styles from './export-dialog.module.css';
import { ExportFormatChoice } from './export-format.tsx';
import { ExportMore } from './export-more.tsx';
import { ExportOffsets } from './export-offsets.tsx';
import { ExportRecipes } from './export-recipes.tsx';
import { ExportResult } from './export-result.tsx';
import { ExportWhat } from './export-what.tsx';
import { ExportWhose } from './export-whose.tsx';

/** The format that is chosen: what one begins with, whatever recipes there are above it. */
const CHECKED = '[role="radio"][aria-checked="true"]';

/** Writes a dataset: format, offsets, whose work; and says what the format cannot carry. */
export function ExportDialog() {
  const asked = useExport((state) => state.asked);
  const busy = useExport((state) => state.busy);
  const done = useExport((state) => state.report !== undefined);
  useEffect(() => forgetExport(), []);
  const format = useRef<HTMLDivElement>(null);
  const write = (): void => inBackground(writeExport());
  return (
    <Dialog
      open
      title={t('transfer.exportTitle')}
      width="wide"
      onClose={closeDialog}
      onMain={write}
      initialFocus={() => format.current?.querySelector<HTMLElement>(CHECKED) ?? true}
      footer={
        <>
          <Button onClick={closeDialog}>{done ? t('transfer.close') : t('transfer.cancel')}</Button>
          <Button look="primary" keys="$mod+Enter" disabled={busy} onClick={write}>
            {busy ? t('transfer.writing') : done ? t('transfer.exportAgain') : t('transfer.export')}
          </Button>
        </>
      }
    >
      <div className={styles['columns']}>
        <Choice asked={asked} format={format} />
        <ExportResult />
      </div>
    </Dialog>
  );
}

function Choice({
  asked,
  format,
}: {
  readonly asked: ExportAsked;
  readonly format: RefObject<HTMLDivElement | null>;
}) {
  return (
    <div className={styles['choice']}>
      <ExportRecipes asked={asked} />
      <div ref={format}>
        <ExportFormatChoice asked={asked} />
      </div>
      <ExportWhat />
      <ExportWhose choice={asked.choice} />
      <ExportMore choice={asked.choice} />
      <ExportOffsets asked={asked} />
    </div>
  );
}
