import { useMemo } from 'react';
import type { Label } from '../../../core/model/codebook.ts';
import { useProject } from '../../state/project.ts';
import { t } from '../../words/words.ts';

/** How a label looks and is called. */
export type Look = Pick<Label, 'id' | 'name' | 'letter' | 'hue'>;

/** Names for the ids of a report. */
export interface Names {
  readonly analyst: (id: string) => string;
  /** The last word of it, where that tells the analysts apart. */
  readonly short: (id: string) => string;
  readonly label: (id: string) => Look;
  readonly article: (id: string) => string;
  readonly attribute: (id: string) => string;
  readonly me: string;
}

function lastWord(name: string): string {
  return name.trim().split(/\s+/u).at(-1) ?? name;
}

/** Names for the ids of a report, as the project has them now. */
export function useNames(): Names {
  const project = useProject((state) => state.project);
  const labels = useProject((state) => state.labels);
  const rows = useProject((state) => state.rows);
  return useMemo(() => {
    const people = project?.analysts ?? [];
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const last = people.map(({ name }) => lastWord(name));
    const titles = new Map(rows.map(({ article }) => [article.id, article.title]));
    const attributes = new Map(
      (project?.codebook.attributes ?? []).map(({ id, name }) => [id, name]),
    );
    const analyst = (id: string) => names.get(id) ?? id;
    return {
      analyst,
      short: (id) => {
        const word = lastWord(analyst(id));
        return last.filter((one) => one === word).length > 1 ? analyst(id) : word;
      },
      label: (id) =>
        labels.find((one) => one.id === id) ?? { id, name: id, letter: '?', hue: 'grey' },
      article: (id) => {
        const title = titles.get(id) ?? '';
        return title === '' ? t('statistics.untitled') : title;
      },
      attribute: (id) => attributes.get(id) ?? id,
      me: project?.me.id ?? '',
    };
  }, [project, labels, rows]);
}
