import path from 'node:path';
import { verifyProject } from '../main/store/verify.ts';
import { type Command, refused } from './command.ts';

/** `verify DIR` → `{ok, problems:[…]}`. Changes nothing. */
export const verifyCommand: Command = {
  name: 'verify',
  operands: [1, 1],
  options: [],
  async run({ operands: [folder = ''] }, output) {
    const report = await verifyProject(path.resolve(folder));
    if (!report.ok) return refused(report.error.message);
    const { ok, problems, notices } = report.value;
    for (const notice of notices) output.message(notice);
    return {
      exit: ok ? 0 : 1,
      json: { ok, problems: problems.map((one) => ({ ...one })) },
      text: ok
        ? ['Every sum, hash, chain, offset and quote is right.']
        : problems.map((one) => `${one.file}: ${one.message}`),
    };
  },
};
