import type { ReactNode } from 'react';
import type { Report } from '../../state/handover.ts';
import { numberWords } from '../../words/amounts.ts';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import styles from './handover.module.css';
import { momentWords } from './moment-words.ts';
import { fieldName, kindName } from './record-words.ts';

type Conflict = Report['conflicts'][number];
type Value = Conflict['shown'];

/** What a report lists: what came from several, what waits, what is missing, what was not taken. */
export function ReportLists({ report }: { readonly report: Report }) {
  const { newArticles, newArticleCount, waiting, missing, forked, changedTexts } = report;
  return (
    <>
      <Conflicts report={report} />
      <List title={t('handover.newTexts')} count={newArticleCount} shown={newArticles.length}>
        {newArticles.map((title) => (
          <li key={title} dir="auto">
            {title}
          </li>
        ))}
      </List>
      <List title={t('handover.waiting')} count={waiting.length} words={t('handover.waitingWords')}>
        {waiting.map(({ edits, reason }) => (
          <li key={reason}>
            {t('handover.editCount', { count: edits })}: {said(reason)}
          </li>
        ))}
      </List>
      <List title={t('handover.missing')} count={missing.length} words={t('handover.missingWords')}>
        {missing.map((id) => (
          <li key={id}>
            <bdi>{id}</bdi>
          </li>
        ))}
      </List>
      <List title={t('handover.forked')} count={forked.length} words={t('handover.forkedWords')}>
        {forked.map(({ from, edits }) => (
          <li key={from}>
            {t('handover.editCount', { count: edits })} <bdi>{from}</bdi>
          </li>
        ))}
      </List>
      <Changed report={report} count={changedTexts.length} />
      <List title={t('handover.inOthers')} count={report.inOthersLayers.length}>
        {report.inOthersLayers.map(({ name, edits }) => (
          <li key={name}>
            <bdi>{name}</bdi>: {t('handover.editCount', { count: edits })}
          </li>
        ))}
      </List>
    </>
  );
}

function List({
  title,
  count,
  shown = count,
  words,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly shown?: number;
  readonly words?: string;
  readonly children: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <section aria-label={title} className={styles['list']}>
      <h4 className={styles['title']}>
        {title} <span className={styles['count']}>{numberWords(count)}</span>
      </h4>
      {words === undefined ? null : <p className={styles['words']}>{words}</p>}
      <ul>{children}</ul>
      {shown < count ? (
        <p className={styles['words']}>{t('handover.andMore', { number: count - shown })}</p>
      ) : null}
    </section>
  );
}

function Changed({ report, count }: { readonly report: Report; readonly count: number }) {
  return (
    <List title={t('handover.changed')} count={count} words={t('handover.changedWords')}>
      {report.changedTexts.map(({ title, found, lost }) => (
        <li key={title}>
          <bdi>{title}</bdi>: {t('handover.changedFound', { count: found })}
          {lost.map((quote) => (
            <p key={quote} className={styles['quote']} dir="auto">
              {t('handover.changedLost', { quote })}
            </p>
          ))}
        </li>
      ))}
    </List>
  );
}

function valueKey({ text, from, at }: Value): string {
  return `${from} ${at} ${text}`;
}

function Conflicts({ report }: { readonly report: Report }) {
  const { conflicts, conflictCount, from } = report;
  if (conflicts.length === 0) return null;
  return (
    <section aria-label={t('handover.conflicts')} className={styles['list']}>
      <h4 className={styles['title']}>
        {t('handover.conflicts')}{' '}
        <span className={styles['count']}>{numberWords(conflictCount)}</span>
      </h4>
      <p className={styles['words']}>{t('handover.conflictsWords')}</p>
      <table className={styles['conflicts']}>
        <thead>
          <tr>
            <th scope="col">{t('handover.what')}</th>
            <th scope="col">{t('handover.willShow')}</th>
            <th scope="col">{t('handover.keptToo')}</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map((one) => (
            <tr key={`${one.kind} ${one.name} ${one.field} ${one.shown.at}`}>
              <th scope="row">
                <span className={styles['what']} dir="auto">
                  {one.name}
                </span>
                <span className={styles['field']}>
                  {kindName(one.kind)} · {fieldName(one.field)}
                </span>
              </th>
              <td>
                <ShownValue value={one.shown} name={from.name} />
              </td>
              <td>
                {one.others.map((other) => (
                  <ShownValue key={valueKey(other)} value={other} name={from.name} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {conflicts.length < conflictCount ? (
        <p className={styles['words']}>
          {t('handover.andMore', { number: conflictCount - conflicts.length })}
        </p>
      ) : null}
    </section>
  );
}

function ShownValue({ value, name }: { readonly value: Value; readonly name: string }) {
  const whose =
    value.from === '' ? t('handover.fromHere') : value.from === name ? name : value.from;
  return (
    <div className={styles['value']}>
      <p dir="auto">{value.text === '' ? t('handover.empty') : value.text}</p>
      <p className={styles['since']}>
        <bdi>{whose}</bdi>, {momentWords(value.at)}
      </p>
    </div>
  );
}
