import { Check } from 'lucide-react';
import { inBackground } from '../../state/background.ts';
import { useProject } from '../../state/project.ts';
import {
  confirmSecondLook,
  openSecondLook,
  type SecondLookGroup,
  useSecondLook,
} from '../../state/second-look.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { LabelSquare } from '../../ui/label-square.tsx';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import styles from './codebook-page.module.css';
import { useReadOnly } from './use-draft.ts';

/** Annotations made under rules that have changed since. */
export function SecondLookSection() {
  const list = useSecondLook((state) => state.list);
  const error = useSecondLook((state) => state.error);
  const shown = list?.groups.reduce((sum, { annotations }) => sum + annotations.length, 0) ?? 0;
  return (
    <>
      <header className={styles['entryHead']}>
        <h2 className={styles['entryTitle']}>{t('codebook.secondLook')}</h2>
      </header>
      {error === undefined ? null : (
        <ErrorState title={t('publishing.listFailed')}>{said(error.message)}</ErrorState>
      )}
      {list?.total === 0 ? (
        <EmptyState title={t('publishing.nothingAgain')}>
          {t('publishing.nothingAgainWords')}
        </EmptyState>
      ) : null}
      <div className={styles['wide']}>
        {list?.groups.map((group) => (
          <Group key={`${String(group.version)} ${group.label}`} group={group} />
        ))}
      </div>
      {list !== undefined && shown < list.total ? (
        <p className={styles['none']}>
          {t('publishing.firstListed', { shown, total: list.total })}
        </p>
      ) : null}
    </>
  );
}

function Group({ group }: { readonly group: SecondLookGroup }) {
  const labels = useProject((state) => state.labels);
  const label = labels.find(({ id }) => id === group.label);
  const readOnly = useReadOnly();
  const name = label?.name ?? group.label;
  const { annotations, changes, version } = group;
  return (
    <section
      aria-label={t('publishing.groupLabel', { label: name, version })}
      className={styles['group']}
    >
      <h3 className={styles['groupTitle']}>
        <LabelSquare letter={label?.letter ?? '?'} hue={label?.hue ?? 'grey'} />
        {t('publishing.groupTitle', {
          label: name,
          annotations: t('publishing.annotations', { count: annotations.length }),
          version,
        })}
        <Button
          disabled={readOnly}
          aria-label={t('publishing.allRightLabel', { label: name, version })}
          onClick={() => inBackground(confirmSecondLook(annotations))}
        >
          {t('publishing.allRight')}
        </Button>
      </h3>
      <ul className={styles['changes']}>
        {changes.map((words) => (
          <li key={words} dir="auto">
            {said(words)}
          </li>
        ))}
      </ul>
      <ul aria-label={t('publishing.againList', { label: name })} className={styles['items']}>
        {annotations.map((item) => (
          <Item key={`${item.articleId} ${item.id}`} item={item} readOnly={readOnly} />
        ))}
      </ul>
    </section>
  );
}

function Item(props: {
  readonly item: SecondLookGroup['annotations'][number];
  readonly readOnly: boolean;
}) {
  const { item, readOnly } = props;
  const title = useProject(
    (state) => state.rows.find(({ article }) => article.id === item.articleId)?.article.title ?? '',
  );
  return (
    <li className={styles['item']}>
      <button
        type="button"
        className={styles['itemButton']}
        onClick={() => inBackground(openSecondLook(item))}
      >
        <span className={styles['quote']} dir="auto">
          {item.quote}
        </span>
        <span className={styles['place']} dir="auto">
          {title}
        </span>
      </button>
      <IconButton
        icon={Check}
        label={t('publishing.stillRight', { quote: item.quote.slice(0, 60) })}
        disabled={readOnly}
        onClick={() => inBackground(confirmSecondLook([item]))}
      />
    </li>
  );
}
