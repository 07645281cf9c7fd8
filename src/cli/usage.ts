import { type ParseArgsConfig, parseArgs } from 'node:util';
import { err, ok, type Result } from '../core/result.ts';

/** What `verbale` without a command, or with a wrong one, prints. */
export const USAGE = `verbale <command> [options]

  new DIR [--name N] [--codebook F]                   make a project; F is a codebook in YAML or JSON
  new DIR --from P [--with-articles] [--name N]       with the codebook and people of project P
  import DIR FILE… [--format F] [--analyst A] [--offset-unit U] [--charset C]
         [--label FOREIGN=OURS]… [--create-labels | --keep-codebook]
                                                      add articles or annotated articles
  list DIR                                            articles, texts' SHA-256, layers
  export DIR --format F --out PATH [--analyst A | --all] [--offset-unit U]
                                                      write a dataset
  bundle DIR --analyst A --out F [--since E] [--originals]
                                                      write A's work as a bundle for others; with --since
                                                      only what came after bundle E
  formats                                             what can be read and written
  verify DIR                                          check every sum, hash, chain, offset and quote
  measure [NAME INPUT.json]                           measure agreement, or list the measures

  --json   print exactly one JSON object to standard output; messages go to standard error
  --help   this text

Labels of datasets: one that is named or spelled like a label of the codebook becomes that one, others
are made. --label says what one becomes (FOREIGN= leaves it out; may be repeated); OURS may be new with
--create-labels. --keep-codebook makes none, and refuses files whose labels the codebook lacks.
Offset units: codePoint (default), utf16, utf8, grapheme.
Exit: 0 done, 1 refused or failed, 2 wrong usage.
`;

/** What was asked for. */
export interface Invocation {
  readonly command: string;
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  readonly flags: ReadonlySet<string>;
  /** Options that may be given several times, in order. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

const VALUES = [
  'name',
  'codebook',
  'from',
  'format',
  'analyst',
  'offset-unit',
  'out',
  'charset',
  'since',
];
const LISTS = ['label'];
const FLAGS = [
  'json',
  'all',
  'with-articles',
  'originals',
  'create-labels',
  'keep-codebook',
  'help',
];

type Options = NonNullable<ParseArgsConfig['options']>;

function typed(names: readonly string[], type: 'string' | 'boolean', multiple = false): Options {
  return Object.fromEntries(names.map((name) => [name, { type, multiple }]));
}

const OPTIONS: Options = {
  ...typed(VALUES, 'string'),
  ...typed(LISTS, 'string', true),
  ...typed(FLAGS, 'boolean'),
};

/** Reads the arguments after `verbale`. The error says what is wrong with them. */
export function readInvocation(argv: readonly string[]): Result<Invocation, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: OPTIONS,
      allowPositionals: true,
      strict: true,
    });
    const [command = '', ...operands] = positionals;
    const options: Record<string, string> = {};
    const lists: Record<string, readonly string[]> = {};
    const flags = new Set<string>();
    for (const [name, value] of Object.entries(values)) {
      if (typeof value === 'string') options[name] = value;
      else if (value === true) flags.add(name);
      else if (Array.isArray(value)) lists[name] = value.map(String);
    }
    return ok({ command, operands, options, flags, lists });
  } catch (cause) {
    // `parseArgs` reports wrong usage by throwing.
    return err(cause instanceof Error ? cause.message : String(cause));
  }
}
