import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Input } from '../../../ipc/contract.ts';
import { inBackground } from '../../state/background.ts';
import { type Contents, handOver, loadContents, useHanding } from '../../state/handing-over.ts';
import { useProject } from '../../state/project.ts';
import { closeDialog } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Fact, Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { numberWords } from '../../words/amounts.ts';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import styles from './handover.module.css';

type Locking = 'open' | 'passphrase' | 'recipient';

interface Draft {
  readonly analyst: string;
  readonly originals: boolean;
  readonly locking: Locking;
  readonly passphrase: string;
  readonly again: string;
  readonly recipients: string;
}

function recipientsOf({ recipients }: Draft): string[] {
  return recipients.split(/[\s,]+/u).filter((one) => one !== '');
}

function askedOf(draft: Draft): Input<'bundle.make'> | undefined {
  const { analyst, originals, locking, passphrase, again } = draft;
  const base = { analyst, originals };
  if (locking === 'open') return base;
  if (locking === 'passphrase') {
    return passphrase !== '' && passphrase === again ? { ...base, passphrase } : undefined;
  }
  const recipients = recipientsOf(draft);
  return recipients.length > 0 ? { ...base, recipients } : undefined;
}

/** Makes a bundle of one’s work for colleagues; says what it holds. */
export function HandOverDialog() {
  const me = useProject((state) => state.project?.me.id ?? '');
  const [draft, setDraft] = useState<Draft>({
    analyst: me,
    originals: false,
    locking: 'open',
    passphrase: '',
    again: '',
    recipients: '',
  });
  const { contents, busy, made, error } = useHanding();
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => inBackground(loadContents(draft.analyst)), [draft.analyst]);
  const asked = askedOf(draft);
  const write = (): void => {
    if (asked !== undefined) inBackground(handOver(asked));
  };
  return (
    <Dialog
      open
      title={t('handover.handOver')}
      onClose={closeDialog}
      onMain={write}
      initialFocus={() =>
        first.current?.querySelector<HTMLElement>('[role="radio"][aria-checked="true"]') ?? true
      }
      footer={
        <>
          <Button onClick={closeDialog}>
            {t(made === undefined ? 'handover.cancel' : 'handover.close')}
          </Button>
          <Button
            look="primary"
            keys="$mod+Enter"
            disabled={busy || asked === undefined}
            onClick={write}
          >
            {t(busy ? 'handover.writing' : 'handover.choosePlace')}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <p className={styles['words']}>{t('handover.handOverWords')}</p>
        <What contents={contents} draft={draft} onChange={setDraft} first={first} />
        <Locks draft={draft} onChange={setDraft} />
        <div aria-live="polite">
          {error === undefined ? null : (
            <ErrorState title={t('handover.notWritten')}>{said(error.message)}</ErrorState>
          )}
          {made === undefined ? null : (
            <section className={styles['done']} aria-label={t('handover.wasWritten')}>
              <h3 className={styles['title']}>{t('handover.wasWritten')}</h3>
              <p className={styles['file']}>{made.file}</p>
              <p>{t('handover.size', { size: sizeWords(made.bytes) })}</p>
            </section>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function sizeWords(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  return megabytes < 0.1
    ? `${numberWords(Math.max(1, Math.round(bytes / 1024)))} kB`
    : `${numberWords(megabytes, { maximumFractionDigits: 1 })} MB`;
}

interface PartProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

function What({
  contents,
  draft,
  onChange,
  first,
}: PartProps & {
  readonly contents: Contents | undefined;
  readonly first: RefObject<HTMLDivElement | null>;
}) {
  const me = useProject((state) => state.project?.me);
  const people = contents?.people ?? (me === undefined ? [] : [me]);
  const number = (value: number | undefined): string =>
    value === undefined ? '…' : numberWords(value);
  return (
    <>
      <div ref={first}>
        <Choices
          title={t('handover.whose')}
          value={draft.analyst}
          options={people.map(({ id, name }) => ({
            value: id,
            name,
            ...(id === me?.id ? { words: t('handover.yours') } : {}),
          }))}
          onChange={(analyst) => onChange({ ...draft, analyst })}
        />
      </div>
      <section aria-label={t('handover.holds')}>
        <h3 className={styles['title']}>{t('handover.holds')}</h3>
        <dl className={styles['facts']}>
          <Fact label={t('handover.annotations')}>{number(contents?.annotations)}</Fact>
          <Fact label={t('handover.edits')}>{number(contents?.edits)}</Fact>
          <Fact label={t('handover.texts')}>{number(contents?.articles)}</Fact>
          <Fact label={t('handover.signedWith')} mono>
            <bdi>{contents?.key ?? '…'}</bdi>
          </Fact>
        </dl>
        <CheckBox
          label={t('handover.originals')}
          checked={draft.originals}
          onChange={(originals) => onChange({ ...draft, originals })}
        />
      </section>
    </>
  );
}

function Locks({ draft, onChange }: PartProps) {
  const { locking, passphrase, again, recipients } = draft;
  return (
    <div className={styles['locks']}>
      <Choices<Locking>
        title={t('handover.whoMayOpen')}
        value={locking}
        options={[
          { value: 'open', name: t('handover.everybody'), words: t('handover.everybodyWords') },
          {
            value: 'passphrase',
            name: t('handover.withPassphrase'),
            words: t('handover.passphraseWords'),
          },
          {
            value: 'recipient',
            name: t('handover.forRecipient'),
            words: t('handover.recipientWords'),
          },
        ]}
        onChange={(next) => onChange({ ...draft, locking: next })}
      />
      {locking === 'passphrase' ? (
        <div className={styles['fields']}>
          <Field label={t('handover.passphrase')}>
            {(id) => (
              <TextInput
                id={id}
                type="password"
                value={passphrase}
                onChange={(event) => onChange({ ...draft, passphrase: event.target.value })}
              />
            )}
          </Field>
          <Field
            label={t('handover.passphraseAgain')}
            hint={again !== '' && again !== passphrase ? t('handover.notTheSame') : undefined}
          >
            {(id, hint) => (
              <TextInput
                id={id}
                type="password"
                aria-describedby={hint}
                value={again}
                onChange={(event) => onChange({ ...draft, again: event.target.value })}
              />
            )}
          </Field>
        </div>
      ) : null}
      {locking === 'recipient' ? (
        <Field label={t('handover.recipients')}>
          {(id) => (
            <TextInput
              id={id}
              dir="ltr"
              placeholder={t('handover.recipientExample')}
              value={recipients}
              onChange={(event) => onChange({ ...draft, recipients: event.target.value })}
            />
          )}
        </Field>
      ) : null}
    </div>
  );
}
