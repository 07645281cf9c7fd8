// @ts-check
/** What `npm test -- …` was asked for. */
import { SetupError } from '../setup/progress.mjs';

const ONLY = '--only=';
/** @type {readonly import('./suites.mjs').Part[]} */
const PARTS = ['static', 'unit', 'e2e'];
const USAGE = `usage: npm test [-- ${ONLY}${PARTS.join('|')} [arguments for that suite]]`;

/**
 * @param {readonly string[]} args
 * @returns {{ parts: readonly import('./suites.mjs').Part[], extra: string[] }}
 * @throws {SetupError} for a part that there is not, and for arguments that no single suite would get
 */
export function parseTestArguments(args) {
  const chosen = args.filter((arg) => arg.startsWith(ONLY)).map((arg) => arg.slice(ONLY.length));
  const extra = args.filter((arg) => !arg.startsWith(ONLY));
  const parts = chosen.length === 0 ? PARTS : PARTS.filter((part) => chosen.includes(part));
  const unknown = chosen.find((name) => !PARTS.some((part) => part === name));
  if (unknown !== undefined) throw new SetupError(`no part is called ${unknown}; ${USAGE}`, 2);
  if (extra.length > 0 && (parts.length !== 1 || parts[0] === 'static')) {
    throw new SetupError(
      `${extra.join(' ')}: choose the suite these arguments are for; ${USAGE}`,
      2,
    );
  }
  return { parts, extra };
}
