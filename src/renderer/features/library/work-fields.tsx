import { Plus, UserPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { LAYER_STATES } from '../../../core/model/layer-document.ts';
import { type ArticleRow, useProject } from '../../state/project.ts';
import { openDialog } from '../../state/view.ts';
import { Chip } from '../../ui/chip.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { t } from '../../words/words.ts';
import { assignArticles, tagArticles } from './bulk.ts';
import { make, mark } from './bulk-actions.ts';
import { clearSelection } from './selection.ts';
import { stateName } from './state-names.ts';
import styles from './work-fields.module.css';

/** How far one is with the open article, its tags, and who is to work on it. */
export function WorkFields(props: { readonly row: ArticleRow; readonly readOnly: boolean }) {
  const { row, readOnly } = props;
  const analysts = useProject((state) => state.project?.analysts) ?? [];
  const nameOf = (id: string): string => analysts.find((one) => one.id === id)?.name ?? id;
  const open = (dialog: 'tag' | 'assign'): void => {
    // For this article, whatever is selected in the list.
    clearSelection();
    openDialog(dialog);
  };
  return (
    <div className={styles['group']}>
      <Row name={t('library.state')}>
        <Select
          label={t('library.state')}
          value={row.state}
          disabled={readOnly}
          options={LAYER_STATES.map((value) => ({ value, name: stateName(value) }))}
          onChange={(state) => mark([row], state)}
        />
      </Row>
      <Row name={t('library.tags')}>
        <Values
          values={row.article.tags}
          readOnly={readOnly}
          removeWords="library.removeTag"
          onRemove={(tag) => make(tagArticles([row], { add: [], remove: [tag] }))}
        >
          <IconButton
            icon={Plus}
            label={t('library.editTags')}
            disabled={readOnly}
            onClick={() => open('tag')}
          />
        </Values>
      </Row>
      <Row name={t('library.assigned')}>
        <Values
          values={row.article.assigned}
          nameOf={nameOf}
          readOnly={readOnly}
          removeWords="library.takeBack"
          onRemove={(id) => make(assignArticles([row], { add: [], remove: [id] }))}
        >
          <IconButton
            icon={UserPlus}
            label={t('library.assignAnalysts')}
            disabled={readOnly}
            onClick={() => open('assign')}
          />
        </Values>
      </Row>
    </div>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles['row']}>
      <span className={styles['name']}>{name}</span>
      {children}
    </div>
  );
}

function Values(props: {
  readonly values: readonly string[];
  readonly nameOf?: (value: string) => string;
  readonly readOnly: boolean;
  /** What the cross does. */
  readonly removeWords: 'library.removeTag' | 'library.takeBack';
  readonly onRemove: (value: string) => void;
  readonly children: ReactNode;
}) {
  const { values, nameOf, readOnly, removeWords, onRemove, children } = props;
  return (
    <div className={styles['values']}>
      {values.map((value) => {
        const name = nameOf?.(value) ?? value;
        return readOnly ? (
          <Chip key={value}>{name}</Chip>
        ) : (
          <Chip key={value} removeLabel={t(removeWords, { name })} onRemove={() => onRemove(value)}>
            {name}
          </Chip>
        );
      })}
      {children}
    </div>
  );
}
