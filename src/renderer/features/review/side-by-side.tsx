import type { Attribute } from '../../../core/model/attribute.ts';
import { useProject } from '../../state/project.ts';
import type { Reading } from '../../state/review.ts';
import { numberWords } from '../../words/amounts.ts';
import { t } from '../../words/words.ts';
import readingStyles from './readings.module.css';
import { valueWords } from './review-words.ts';
import styles from './side-by-side.module.css';

interface Line {
  readonly id: string;
  readonly name: string;
  readonly values: readonly string[];
}

function lengthOf({ spans }: Reading): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}

function useLines(readings: readonly Reading[]): readonly Line[] {
  const codebook = useProject((state) => state.project?.codebook);
  const labels = new Map(codebook?.labels.map(({ id, name }) => [id, name] as const));
  const attributes = new Map<string, Attribute>(codebook?.attributes.map((one) => [one.id, one]));
  const named = new Set(readings.flatMap((one) => Object.keys(one.attributes)));
  const order = (id: string): number => attributes.get(id)?.order ?? Number.MAX_SAFE_INTEGER;
  const answered = [...named].toSorted((a, b) => order(a) - order(b));
  return [
    {
      id: 'label',
      name: t('review.label'),
      values: readings.map(({ label }) => labels.get(label) ?? label),
    },
    ...answered.map((id) => ({
      id: `a.${id}`,
      name: attributes.get(id)?.name ?? id,
      values: readings.map((one) => valueWords(attributes.get(id), one.attributes[id])),
    })),
    {
      id: 'length',
      name: t('review.length'),
      values: readings.map((one) => numberWords(lengthOf(one))),
    },
  ];
}

/** What the readings say, in columns; what differs from the first one is bold. */
export function SideBySide({ readings }: { readonly readings: readonly Reading[] }) {
  const lines = useLines(readings);
  return (
    <section className={styles['section']}>
      <div className={readingStyles['head']}>
        <h2 className={readingStyles['title']}>{t('review.sideBySide')}</h2>
        <span className={readingStyles['hint']}>{t('review.differencesBold')}</span>
      </div>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('review.attribute')}</th>
            {readings.map(({ key }) => (
              <th key={key} scope="col">
                {key}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, name, values }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {readings.map(({ key }, index) => (
                <td key={key} dir="auto">
                  {values[index] === values[0] ? values[index] : <b>{values[index]}</b>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
