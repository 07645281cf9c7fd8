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
import styles from './codebook-page.module.css';
import { useReadOnly } from './use-draft.ts';
import { countWords } from './words.ts';

/** Annotations made under rules that have changed since. */
export function SecondLookSection() {
  const list = useSecondLook((state) => state.list);
  const error = useSecondLook((state) => state.error);
  const shown = list?.groups.reduce((sum, { annotations }) => sum + annotations.length, 0) ?? 0;
  return (
    <>
      <header className={styles['entryHead']}>
        <h2 className={styles['entryTitle']}>To look at again</h2>
      </header>
      {error === undefined ? null : (
        <ErrorState title="The list could not be made.">{error.message}</ErrorState>
      )}
      {list?.total === 0 ? (
        <EmptyState title="Nothing to look at again.">
          None of your annotations was made under rules that changed since.
        </EmptyState>
      ) : null}
      <div className={styles['wide']}>
        {list?.groups.map((group) => (
          <Group key={`${String(group.version)} ${group.label}`} group={group} />
        ))}
      </div>
      {list !== undefined && shown < list.total ? (
        <p className={styles['none']}>
          {`The first ${shown.toLocaleString('en')} of ${list.total.toLocaleString('en')} are listed.`}
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
    <section aria-label={`${name}, version ${String(version)}`} className={styles['group']}>
      <h3 className={styles['groupTitle']}>
        <LabelSquare letter={label?.letter ?? '?'} hue={label?.hue ?? 'grey'} />
        {`${name}: ${countWords(annotations.length, 'annotation')} made under version ${String(version)}`}
        <Button
          disabled={readOnly}
          aria-label={`All ${name} of version ${String(version)} are still right`}
          onClick={() => inBackground(confirmSecondLook(annotations))}
        >
          All are still right
        </Button>
      </h3>
      <ul className={styles['changes']}>
        {changes.map((words) => (
          <li key={words} dir="auto">
            {words}
          </li>
        ))}
      </ul>
      <ul aria-label={`${name} to look at again`} className={styles['items']}>
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
        label={`Still right: ${item.quote.slice(0, 60)}`}
        disabled={readOnly}
        onClick={() => inBackground(confirmSecondLook([item]))}
      />
    </li>
  );
}
