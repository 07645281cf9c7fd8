import { ExternalLink } from 'lucide-react';
import { useLayoutEffect } from 'react';
import { attributeValues } from '../../../core/statistics/attribute-values.ts';
import {
  type BehindItem,
  type BehindList as List,
  openItem,
  showMoreSpans,
} from '../../state/agreement.ts';
import { inBackground } from '../../state/background.ts';
import { BehindPane } from '../../ui/behind-pane.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { LabelSquare } from '../../ui/label-square.tsx';
import { Person } from '../../ui/person.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import styles from './behind-list.module.css';
import { closeList, rememberOpener } from './close-list.ts';
import type { Names } from './names.ts';

type Reading = BehindItem['annotations'][number];

/** A stretch of the words of an item, and whether it was marked. */
interface Piece {
  readonly at: number;
  readonly text: string;
  readonly isMarked: boolean;
}

/** The words cut where marks begin and end. */
function piecesOf({ text, annotations }: BehindItem): readonly Piece[] {
  const marks = annotations.flatMap(({ marked }) => marked);
  const edges = [...new Set([0, text.length, ...marks.flat()])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((at, index) => {
    const end = edges[index + 1] ?? at;
    const isMarked = marks.some(([from, to]) => from <= at && end <= to);
    return { at, text: text.slice(at, end), isMarked };
  });
}

/** Answers that readings do not share; what all say alike tells nothing here. */
function answersOf(one: Reading, all: readonly Reading[], names: Names): string {
  const values = Object.entries(one.attributes).flatMap(([name, value]) => {
    const own = attributeValues(value);
    const same = all.every(
      (other) => attributeValues(other.attributes[name]).join() === own.join(),
    );
    return same && all.length > 1 ? [] : own.map((answer) => ({ name, answer }));
  });
  return values
    .slice(0, 4)
    .map(({ name, answer }) => `${names.attribute(name)}: ${answer}`)
    .join(' · ');
}

/** Props of {@link BehindList}. */
export interface BehindListProps {
  readonly list: List;
  readonly names: Names;
}

/** The very spans that a number counts, in their words, with what each analyst said of them. */
export function BehindList({ list, names }: BehindListProps) {
  const { title, behind, total, items, error } = list;
  // Before the pane takes the focus to its title.
  useLayoutEffect(rememberOpener, [behind]);
  const more = (total ?? 0) - items.length;
  return (
    <BehindPane
      wide
      name={t('agreement.list')}
      title={title}
      listed={behind}
      close={{
        words: t('agreement.closeList'),
        command: 'agreement.close',
        onClick: closeList,
      }}
      trouble={
        error === undefined
          ? undefined
          : { title: t('agreement.notListed'), words: said(error.message) }
      }
      count={total === undefined ? t('agreement.looking') : t('agreement.spans', { count: total })}
      more={
        total === undefined || more <= 0
          ? undefined
          : {
              words: t('agreement.showMore', { count: more }),
              onClick: () => inBackground(showMoreSpans()),
            }
      }
    >
      <ul aria-label={t('agreement.list')} className={styles['list']}>
        {items.map((item, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- the list only grows at its end
          <li key={at} className={styles['item']}>
            <Item item={item} names={names} />
          </li>
        ))}
      </ul>
    </BehindPane>
  );
}

function Item({ item, names }: { readonly item: BehindItem; readonly names: Names }) {
  const { articleId, paragraph, annotations, analysts } = item;
  const title = names.article(articleId);
  const silent = analysts.filter((id) => annotations.every(({ analyst }) => analyst !== id));
  const hue = names.label(annotations[0]?.label ?? '').hue;
  return (
    <>
      <header className={styles['place']}>
        <span dir="auto">
          {paragraph === 0 ? title : t('agreement.place', { title, number: paragraph })}
        </span>
        <IconButton
          icon={ExternalLink}
          label={
            paragraph === 0
              ? t('agreement.open', { title })
              : t('agreement.openAt', { title, number: paragraph })
          }
          onClick={() => inBackground(openItem(item))}
        />
      </header>
      {item.text === '' ? null : (
        <p className={styles['words']} dir="auto">
          {piecesOf(item).map(({ at, text, isMarked }) =>
            isMarked ? (
              <mark key={at} className={styles['mark']} data-hue={hue}>
                {text}
              </mark>
            ) : (
              <span key={at}>{text}</span>
            ),
          )}
        </p>
      )}
      {annotations.map((one) => (
        <ReadingLine key={`${one.analyst} ${one.id}`} one={one} all={annotations} names={names} />
      ))}
      {silent.map((id) => (
        <p key={id} className={styles['reading']}>
          <Person name={names.analyst(id)} small self={id === names.me} />
          <span className={styles['quiet']} dir="auto">
            {t('agreement.nothingMarked', { name: names.analyst(id) })}
          </span>
        </p>
      ))}
    </>
  );
}

function ReadingLine(props: {
  readonly one: Reading;
  readonly all: readonly Reading[];
  readonly names: Names;
}) {
  const { one, all, names } = props;
  const { name, letter, hue } = names.label(one.label);
  const answers = answersOf(one, all, names);
  return (
    <p className={styles['reading']}>
      <Person name={names.analyst(one.analyst)} small self={one.analyst === names.me} />
      <Spoken>{names.analyst(one.analyst)}</Spoken>
      <LabelSquare letter={letter} hue={hue} />
      <span dir="auto">
        {name}
        {one.gone ? <span className={styles['quiet']}> {t('agreement.goneSince')}</span> : null}
        {answers === '' ? null : <span className={styles['quiet']}> {answers}</span>}
      </span>
    </p>
  );
}
