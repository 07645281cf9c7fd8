import { CircleX } from 'lucide-react';
import { useId, useState } from 'react';
import { chooseExport, type ExportChoice, useExport } from '../../state/export.ts';
import { useProject } from '../../state/project.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { LabelSquare } from '../../ui/label-square.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import styles from './export-more.module.css';
import { ExportSplits } from './export-splits.tsx';

interface OfChoice {
  readonly choice: ExportChoice;
}

/** What few datasets need: a filter, states, labels, splits, pseudonyms, sentences, furniture. */
export function ExportMore({ choice }: OfChoice) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles['more']}
      open={isOpen || isMore(choice)}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className={styles['summary']}>{t('transfer.moreChoices')}</summary>
      <div className={styles['inside']}>
        <Filter choice={choice} />
        <States choice={choice} />
        <Labels choice={choice} />
        <ExportSplits choice={choice} />
        <Shape choice={choice} />
      </div>
    </details>
  );
}

/** True where something is asked for that would be out of sight otherwise. */
function isMore({ filter, states, labels, shares, deidentify, unit, furniture }: ExportChoice) {
  const isAny = states !== undefined || labels !== undefined || shares !== undefined;
  return isAny || filter !== '' || deidentify || unit === 'sentence' || furniture === 'out';
}

function Filter({ choice }: OfChoice) {
  const id = useId();
  const found = useExport((state) => state.filterProblem);
  const problem = choice.filter === '' ? undefined : found;
  return (
    <div>
      <label className={styles['title']} htmlFor={id}>
        {t('transfer.filter')}
      </label>
      <TextInput
        id={id}
        value={choice.filter}
        placeholder={t('transfer.filterExample')}
        dir={choice.filter === '' ? undefined : 'auto'}
        aria-describedby={`${id}-why`}
        aria-invalid={problem !== undefined}
        onChange={({ target }) => chooseExport({ filter: target.value })}
      />
      <p
        id={`${id}-why`}
        className={styles['why']}
        data-problem={problem !== undefined}
        aria-live="polite"
      >
        {problem === undefined ? null : <CircleX size={14} strokeWidth={1.6} aria-hidden />}
        {problem === undefined ? t('transfer.filterWhy') : said(problem)}
      </p>
    </div>
  );
}

const STATES = [
  ['new', 'transfer.stateNew'],
  ['in-progress', 'transfer.stateInProgress'],
  ['submitted', 'transfer.stateSubmitted'],
] as const;

function States({ choice: { states } }: OfChoice) {
  const toggle = (state: (typeof STATES)[number][0], isIn: boolean): void => {
    const next = STATES.map(([one]) => one).filter((one) =>
      one === state ? isIn : states?.includes(one) !== false,
    );
    if (next.length > 0) chooseExport({ states: next.length === STATES.length ? undefined : next });
  };
  return (
    <fieldset className={styles['set']}>
      <legend className={styles['title']}>{t('transfer.states')}</legend>
      <div className={styles['row']}>
        {STATES.map(([state, name]) => (
          <CheckBox
            key={state}
            label={t(name)}
            checked={states?.includes(state) !== false}
            onChange={(isIn) => toggle(state, isIn)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Labels({ choice: { labels } }: OfChoice) {
  const all = useProject((state) => state.labels);
  const isIn = (id: string): boolean =>
    labels === undefined || labels.ids.includes(id) === (labels.mode === 'only');
  const toggle = (id: string, next: boolean): void => {
    const out = all.map((one) => one.id).filter((one) => (one === id ? !next : !isIn(one)));
    chooseExport({ labels: out.length === 0 ? undefined : { mode: 'without', ids: out } });
  };
  return (
    <fieldset className={styles['set']}>
      <legend className={styles['title']}>{t('transfer.labels')}</legend>
      {all.length === 0 ? <p className={styles['why']}>{t('transfer.noLabels')}</p> : null}
      <div className={styles['row']}>
        {all.map(({ id, name, letter, hue }) => (
          <CheckBox
            key={id}
            label={name}
            mark={<LabelSquare letter={letter} hue={hue} />}
            checked={isIn(id)}
            onChange={(next) => toggle(id, next)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Shape({ choice }: OfChoice) {
  return (
    <>
      <div>
        <h3 className={styles['title']}>{t('transfer.unit')}</h3>
        <Segmented
          label={t('transfer.unit')}
          value={choice.unit}
          options={[
            { value: 'article' as const, name: t('transfer.unitArticle') },
            { value: 'sentence' as const, name: t('transfer.unitSentence') },
          ]}
          onChange={(unit) => chooseExport({ unit })}
        />
      </div>
      <div>
        <CheckBox
          label={t('transfer.withoutFurniture')}
          checked={choice.furniture === 'out'}
          onChange={(out) => chooseExport({ furniture: out ? 'out' : 'in' })}
        />
        <CheckBox
          label={t('transfer.deidentify')}
          checked={choice.deidentify}
          onChange={(deidentify) => chooseExport({ deidentify })}
        />
        {choice.deidentify ? <p className={styles['why']}>{t('transfer.deidentifyWhy')}</p> : null}
      </div>
    </>
  );
}
