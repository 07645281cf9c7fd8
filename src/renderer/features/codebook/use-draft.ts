import { useMemo } from 'react';
import type { CodebookContent } from '../../../core/model/codebook.ts';
import { useCodebook } from '../../state/codebook.ts';
import { useProject } from '../../state/project.ts';

const EMPTY: CodebookContent = {
  name: '',
  guidelines: '',
  labels: [],
  attributes: [],
  relationTypes: [],
  rules: [],
};

/** The codebook as the page shows it: the draft, or where there is none, the one in force. */
export function useContent(): CodebookContent {
  const draft = useCodebook((state) => state.draft?.content);
  const inForce = useProject((state) => state.project?.codebook);
  return useMemo(
    () => draft ?? (inForce as CodebookContent | undefined) ?? EMPTY,
    [draft, inForce],
  );
}

type Path = readonly (string | number)[];

/** What is wrong with a field of the draft, in words: everything at or below its place. */
export function useProblems(path: Path): readonly string[] {
  const problems = useCodebook((state) => state.plan?.problems);
  return (problems ?? [])
    .filter((one) => path.every((step, index) => one.path[index] === step))
    .map(({ message }) => message);
}

/** How many problems each entry of a list has, by its index. */
export function useProblemCounts(list: string): ReadonlyMap<number, number> {
  const problems = useCodebook((state) => state.plan?.problems);
  return useMemo(() => {
    const counts = new Map<number, number>();
    for (const { path } of problems ?? []) {
      const [where, index] = path;
      if (where === list && typeof index === 'number')
        counts.set(index, (counts.get(index) ?? 0) + 1);
    }
    return counts;
  }, [problems, list]);
}

/** True where the codebook may not be changed. */
export function useReadOnly(): boolean {
  return useProject((state) => state.project?.readOnly ?? true);
}
