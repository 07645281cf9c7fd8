import { useEffect } from 'react';
import { inBackground } from '../../state/background.ts';
import {
  chooseExport,
  type ExportChoice,
  forgetExport,
  useExport,
  writeExport,
} from '../../state/export.ts';
import { useProject } from '../../state/project.ts';
import { closeDialog } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { t } from '../../words/words.ts';
import styles from './export-dialog.module.css';
import { ExportFormatChoice } from './export-format.tsx';
import { ExportResult } from './export-result.tsx';
import { ExportWhat } from './export-what.tsx';
import { OFFSET_UNITS } from './export-words.ts';

/** Writes a dataset: format, offsets, whose work; and says what the format cannot carry. */
export function ExportDialog() {
  const choice = useExport((state) => state.choice);
  const busy = useExport((state) => state.busy);
  const done = useExport((state) => state.report !== undefined);
  useEffect(() => forgetExport(), []);
  const write = (): void => inBackground(writeExport());
  return (
    <Dialog
      open
      title={t('transfer.exportTitle')}
      width="wide"
      onClose={closeDialog}
      onMain={write}
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
        <Choice choice={choice} />
        <ExportResult />
      </div>
    </Dialog>
  );
}

function Choice({ choice }: { readonly choice: ExportChoice }) {
  const analysts = useProject((state) => state.project?.analysts.length ?? 1);
  const me = useProject((state) => state.project?.me.name ?? '');
  const why = OFFSET_UNITS.find((unit) => unit.value === choice.offsetUnit)?.why;
  return (
    <div className={styles['choice']}>
      <ExportFormatChoice choice={choice} />
      <ExportWhat />
      <Choices
        title={t('transfer.whose')}
        value={choice.whose}
        options={[
          { value: 'mine' as const, name: t('transfer.mine'), words: me },
          {
            value: 'all' as const,
            name: t('transfer.allLayers'),
            words: t('transfer.analysts', { count: analysts }),
          },
        ]}
        onChange={(whose) => chooseExport({ whose })}
      />
      <div className={styles['unit']}>
        <h3 className={styles['title']}>{t('transfer.offsets')}</h3>
        <Select
          label={t('transfer.offsets')}
          value={choice.offsetUnit}
          options={OFFSET_UNITS.map(({ value, name }) => ({ value, name: t(name) }))}
          onChange={(offsetUnit) => chooseExport({ offsetUnit })}
        />
        <p className={styles['why']}>{why === undefined ? null : t(why)}</p>
      </div>
    </div>
  );
}
