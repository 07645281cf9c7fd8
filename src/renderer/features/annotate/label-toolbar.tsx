import { Toolbar } from '@base-ui/react/toolbar';
import { Redo2, Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { inBackground } from '../../state/background.ts';
import { redo, undo } from '../../state/desk.ts';
import { useProject } from '../../state/project.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import { LabelRow } from './label-row.tsx';
import { ReadingMenu, SnapButton } from './reading-tools.tsx';
import styles from './toolbar.module.css';

/** Id of the label that the selected annotation has. */
function usePickedLabel(): string | undefined {
  return useProject(
    (state) => state.article?.annotations.find((one) => one.id === state.selected)?.label,
  );
}

/** The labels, and at the right what concerns the text as a whole. */
export function LabelToolbar() {
  const labels = useProject((state) => state.labels);
  const readOnly = useProject((state) => state.project?.readOnly === true);
  const active = usePickedLabel();
  const offered = useMemo(
    () => labels.filter((label) => !label.retired).toSorted((a, b) => a.order - b.order),
    [labels],
  );
  return (
    <Toolbar.Root aria-label={t('annotate.groupLabels')} className={styles['toolbar']}>
      <LabelRow labels={offered} active={active} disabled={readOnly} />
      <div className={styles['tools']}>
        <History />
        <div className={styles['spare']}>
          <SnapButton />
        </div>
        <ReadingMenu />
      </div>
    </Toolbar.Root>
  );
}

function History() {
  const { undo: undoes, redo: redoes } = useProject((state) => state.history);
  return (
    <>
      <Toolbar.Button
        disabled={undoes === undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => inBackground(undo())}
        render={
          <IconButton
            icon={Undo2}
            label={
              undoes === undefined
                ? t('annotate.undo')
                : t('annotate.undoWhat', { what: said(undoes) })
            }
            command="history.undo"
          />
        }
      />
      <Toolbar.Button
        disabled={redoes === undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => inBackground(redo())}
        render={
          <IconButton
            icon={Redo2}
            label={
              redoes === undefined
                ? t('annotate.redo')
                : t('annotate.redoWhat', { what: said(redoes) })
            }
            command="history.redo"
          />
        }
      />
    </>
  );
}
