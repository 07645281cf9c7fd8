import { chooseExport, type ExportChoice } from '../../state/export.ts';
import { useProject } from '../../state/project.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { Choices } from '../../ui/choices.tsx';
import { t } from '../../words/words.ts';
import styles from './export-more.module.css';

type Kind = ExportChoice['whose']['kind'];

/** Whose work goes out. */
export function ExportWhose({ choice }: { readonly choice: ExportChoice }) {
  const count = useProject((state) => state.project?.analysts.length ?? 1);
  const me = useProject((state) => state.project?.me);
  const { whose } = choice;
  const choose = (kind: Kind): void =>
    chooseExport({
      whose: kind === 'analysts' ? { kind, ids: me === undefined ? [] : [me.id] } : { kind },
    });
  return (
    <div>
      <Choices<Kind>
        title={t('transfer.whose')}
        value={whose.kind}
        options={[
          { value: 'mine', name: t('transfer.mine'), words: me?.name ?? '' },
          { value: 'all', name: t('transfer.allLayers'), words: t('transfer.analysts', { count }) },
          ...(count > 1 || whose.kind === 'analysts'
            ? [
                {
                  value: 'analysts' as const,
                  name: t('transfer.someAnalysts'),
                  words: t('transfer.someAnalystsWords'),
                },
              ]
            : []),
          { value: 'gold', name: t('transfer.gold'), words: t('transfer.goldWords') },
        ]}
        onChange={choose}
      />
      {'ids' in whose ? <Analysts ids={whose.ids} /> : null}
    </div>
  );
}

function Analysts({ ids }: { readonly ids: readonly string[] }) {
  const analysts = useProject((state) => state.project?.analysts) ?? [];
  const toggle = (id: string, isIn: boolean): void => {
    const next = analysts
      .map((one) => one.id)
      .filter((one) => (one === id ? isIn : ids.includes(one)));
    // Nobody's work is no dataset: the last one stays.
    if (next.length > 0) chooseExport({ whose: { kind: 'analysts', ids: next } });
  };
  return (
    <div role="group" aria-label={t('transfer.someAnalysts')} className={styles['boxes']}>
      {analysts.map(({ id, name }) => (
        <CheckBox
          key={id}
          label={name}
          checked={ids.includes(id)}
          onChange={(isIn) => toggle(id, isIn)}
        />
      ))}
    </div>
  );
}
