import type { OpenProblem } from '../state/session.ts';

/** Why a project could not be opened: in words, and apart from them what helps to look for the cause. */
export interface ProblemWords {
  readonly sentence: string;
  /** Each said once: the folder is not repeated where the sentence names it. */
  readonly details: readonly string[];
}

/** Takes what is in the last brackets out of a sentence: processes and computers. */
export function problemWords({ message, folder }: OpenProblem): ProblemWords {
  const [, before, technical] = /^(.*\S) \(([^()]+)\)\.?$/su.exec(message) ?? [];
  const sentence = before === undefined ? message : `${before}.`;
  const isNamed = folder === '' || sentence.includes(folder);
  const details = [...(technical === undefined ? [] : [technical]), ...(isNamed ? [] : [folder])];
  return { sentence, details };
}
