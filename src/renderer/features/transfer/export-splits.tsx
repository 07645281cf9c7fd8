import { useId, useState } from 'react';
import { chooseExport, type ExportChoice } from '../../state/export.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { t } from '../../words/words.ts';
import styles from './export-more.module.css';
import { SPLITS } from './export-words.ts';

type Shares = NonNullable<ExportChoice['shares']>;

const USUAL: Shares = { train: 80, dev: 10, test: 10 };

/** Train, dev and test: their shares, and the seed that decides who goes where. */
export function ExportSplits({ choice }: { readonly choice: ExportChoice }) {
  const { shares } = choice;
  return (
    <div>
      <CheckBox
        label={t('transfer.split')}
        checked={shares !== undefined}
        onChange={(isSplit) => chooseExport({ shares: isSplit ? USUAL : undefined })}
      />
      {shares === undefined ? null : <Shares shares={shares} />}
      {shares === undefined && !choice.deidentify ? null : <Seed seed={choice.seed} />}
    </div>
  );
}

/** The shares with one changed; as they were where no dataset could be split so. */
function withShare(shares: Shares, part: keyof Shares, typed: string): Shares {
  const share = /^\d{1,4}$/.test(typed) ? Number(typed) : undefined;
  const next = share === undefined ? shares : { ...shares, [part]: share };
  return next.train > 0 && next.dev + next.test > 0 ? next : shares;
}

function Shares({ shares }: { readonly shares: Shares }) {
  return (
    <div role="group" aria-label={t('transfer.split')} className={styles['shares']}>
      {SPLITS.map(([part, name]) => (
        <Share key={part} part={part} name={t(name)} shares={shares} />
      ))}
    </div>
  );
}

interface ShareProps {
  readonly part: keyof Shares;
  readonly name: string;
  readonly shares: Shares;
}

function Share({ part, name, shares }: ShareProps) {
  const id = useId();
  // What is being typed stays as it is, also while no dataset could be split so.
  const [typed, setTyped] = useState<string>();
  return (
    <div>
      <label className={styles['title']} htmlFor={id}>
        {name}
      </label>
      <TextInput
        id={id}
        inputMode="numeric"
        dir="ltr"
        value={typed ?? String(shares[part])}
        onChange={({ target }) => {
          setTyped(target.value);
          chooseExport({ shares: withShare(shares, part, target.value) });
        }}
        onBlur={() => setTyped(undefined)}
      />
    </div>
  );
}

function Seed({ seed }: { readonly seed: string }) {
  const id = useId();
  return (
    <div className={styles['seed']}>
      <label className={styles['title']} htmlFor={id}>
        {t('transfer.seed')}
      </label>
      <TextInput
        id={id}
        value={seed}
        maxLength={100}
        dir="auto"
        aria-describedby={`${id}-why`}
        onChange={({ target }) => chooseExport({ seed: target.value })}
      />
      <p id={`${id}-why`} className={styles['why']}>
        {t('transfer.seedWhy')}
      </p>
    </div>
  );
}
