import { fileURLToPath } from 'node:url';
import { agreementCommand } from './agreement-command.ts';
import { bundleCommand } from './bundle-command.ts';
import { type Command, type Outcome, wrongUsage } from './command.ts';
import { exportCommand } from './export-command.ts';
import { formatsCommand } from './formats-command.ts';
import { importCommand } from './import-command.ts';
import { listCommand } from './list-command.ts';
import { measureCommand } from './measure-command.ts';
import { mergeCommand } from './merge-command.ts';
import { newCommand } from './new-command.ts';
import { recipesCommand } from './recipes-command.ts';
import { type Invocation, readInvocation, USAGE } from './usage.ts';
import { verifyCommand } from './verify-command.ts';

const COMMANDS: readonly Command[] = [
  newCommand,
  importCommand,
  listCommand,
  exportCommand,
  recipesCommand,
  formatsCommand,
  bundleCommand,
  mergeCommand,
  verifyCommand,
  agreementCommand,
  measureCommand,
];

/** Beside the entry that this file is built into. */
const WORKER = fileURLToPath(new URL('import-worker.js', import.meta.url));

function message(line: string): void {
  process.stderr.write(`${line}\n`);
}

function misuse(
  command: Command,
  { operands, options, flags, lists }: Invocation,
): string | undefined {
  const [least, most] = command.operands;
  if (operands.length < least) return `${command.name}: something is missing.`;
  const extra = operands[most];
  if (extra !== undefined) return `${command.name}: “${extra}” is one too many.`;
  const given = [...Object.keys(options), ...Object.keys(lists), ...flags].find(
    (name) => name !== 'json' && !command.options.includes(name),
  );
  return given === undefined ? undefined : `${command.name} has no option --${given}.`;
}

async function outcomeOf(invocation: Invocation): Promise<Outcome> {
  const command = COMMANDS.find((one) => one.name === invocation.command);
  if (command === undefined) {
    return wrongUsage(
      invocation.command === ''
        ? 'Name a command.'
        : `There is no command “${invocation.command}”.`,
    );
  }
  const problem = misuse(command, invocation);
  return problem === undefined
    ? command.run(invocation, { message, worker: WORKER })
    : wrongUsage(problem);
}

function print(outcome: Outcome, asJson: boolean): void {
  const { json, exit } = outcome;
  const error = typeof json === 'object' && json !== null && 'error' in json ? json['error'] : '';
  if (typeof error === 'string' && error !== '') message(`verbale: ${error}`);
  if (exit === 2) message(`\n${USAGE}`);
  if (asJson) process.stdout.write(`${JSON.stringify(json)}\n`);
  else if (outcome.text.length > 0) process.stdout.write(`${outcome.text.join('\n')}\n`);
}

/**
 * Runs `verbale` with the arguments after its name.
 * @returns exit status: 0 done, 1 refused or failed, 2 wrong usage
 */
export async function run(argv: readonly string[]): Promise<number> {
  const asked = readInvocation(argv);
  if (!asked.ok) {
    print(wrongUsage(asked.error), argv.includes('--json'));
    return 2;
  }
  if (asked.value.flags.has('help')) {
    process.stdout.write(USAGE);
    return 0;
  }
  const asJson = asked.value.flags.has('json');
  try {
    const outcome = await outcomeOf(asked.value);
    print(outcome, asJson);
    return outcome.exit;
  } catch (bug) {
    // A bug still goes up with its trace; but who reads standard output gets an object, always.
    const reason = bug instanceof Error ? bug.message : String(bug);
    if (asJson)
      process.stdout.write(`${JSON.stringify({ error: `A fault of Verbale: ${reason}` })}\n`);
    throw bug;
  }
}
