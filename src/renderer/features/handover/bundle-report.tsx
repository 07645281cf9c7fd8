import { KeyRound, X } from 'lucide-react';
import { useState } from 'react';
import { inBackground } from '../../state/background.ts';
import {
  accept,
  type Looked,
  leaveOut,
  type Report,
  unlock,
  unlockWithKey,
  useHandover,
} from '../../state/handover.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Fact } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Person } from '../../ui/person.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { numberWords } from '../../words/amounts.ts';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import styles from './handover.module.css';
import { momentWords } from './moment-words.ts';
import { ReportLists } from './report-lists.tsx';

function fileName(path: string): string {
  return path.split(/[\\/]/u).at(-1) ?? path;
}

/** What taking in one bundle would do, or what it needs first, or why it is refused. */
export function BundleReport({ looked }: { readonly looked: Looked }) {
  const name = fileName(looked.path);
  return (
    <section className={styles['bundle']} aria-label={t('handover.bundle', { name })}>
      <header className={styles['head']}>
        {looked.state === 'ready' ? <Person name={looked.report.from.name} /> : null}
        <div className={styles['who']}>
          <h3 className={styles['name']}>
            <bdi>{looked.state === 'ready' ? looked.report.from.name : name}</bdi>
          </h3>
          {looked.state === 'ready' ? <p className={styles['file']}>{name}</p> : null}
        </div>
        <IconButton
          icon={X}
          label={t('handover.leaveOut', { name })}
          onClick={() => leaveOut(looked.path)}
        />
      </header>
      {looked.state === 'refused' ? (
        <ErrorState title={t('handover.refused')}>
          {said(looked.message)} {t('handover.nothingChanged')}
        </ErrorState>
      ) : null}
      {looked.state === 'locked' ? <Locked looked={looked} /> : null}
      {looked.state === 'ready' ? <Ready path={looked.path} report={looked.report} /> : null}
    </section>
  );
}

function Locked({ looked }: { readonly looked: Extract<Looked, { state: 'locked' }> }) {
  const [passphrase, setPassphrase] = useState('');
  const { path, needs, message } = looked;
  const open = (): void => {
    if (passphrase !== '') inBackground(unlock(path, passphrase));
  };
  return (
    <>
      <p className={styles['words']} role="status">
        {said(message)}
      </p>
      {needs === 'identity' ? (
        <Button icon={KeyRound} onClick={() => inBackground(unlockWithKey(path))}>
          {t('handover.chooseKey')}
        </Button>
      ) : (
        <form
          className={styles['unlock']}
          onSubmit={(event) => {
            event.preventDefault();
            open();
          }}
        >
          <TextInput
            type="password"
            aria-label={t('handover.passphrase')}
            placeholder={t('handover.passphrase')}
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
          />
          <Button submit disabled={passphrase === ''}>
            {t('handover.unlock')}
          </Button>
        </form>
      )}
    </>
  );
}

const TRUST = {
  known: 'handover.keyKnown',
  first: 'handover.keyFirst',
  accepted: 'handover.keyOther',
} as const;

function Ready({ path, report }: { readonly path: string; readonly report: Report }) {
  const accepted = useHandover((state) => state.given[path]?.accepted === true);
  const { from, held, newArticleCount } = report;
  return (
    <>
      <dl className={styles['facts']}>
        <Fact label={t('handover.asOf')}>{from.asOf === '' ? '–' : momentWords(from.asOf)}</Fact>
        <Fact label={t('handover.newEdits')}>{numberWords(report.new)}</Fact>
        <Fact label={t('handover.newTexts')}>{numberWords(newArticleCount)}</Fact>
        <Fact label={t('handover.heldEdits')}>{numberWords(held)}</Fact>
      </dl>
      <div className={styles['key']} data-trust={from.trust}>
        <p>
          <KeyRound size={14} strokeWidth={1.6} aria-hidden />
          <span>{t(TRUST[from.trust], { name: from.name })}</span>
          <bdi className={styles['print']}>{from.key}</bdi>
        </p>
        {from.trust === 'known' ? null : (
          <CheckBox
            label={t('handover.acceptKey', { name: from.name })}
            checked={accepted}
            onChange={(next) => accept(path, next)}
          />
        )}
      </div>
      <ReportLists report={report} />
    </>
  );
}
