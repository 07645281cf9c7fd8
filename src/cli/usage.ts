import { type ParseArgsConfig, parseArgs } from 'node:util';
import { err, ok, type Result } from '../core/result.ts';

/** What `verbale` without a command, or with a wrong one, prints. */
export const USAGE = `verbale <command> [options]

  new DIR [--name N] [--codebook F]                   make a project; F is a codebook in YAML or JSON
  new DIR --from P [--with-articles] [--name N]       with the codebook and people of project P
  import DIR FILE… [--format F] [--analyst A] [--offset-unit U] [--charset C]
                                                      add articles or annotated articles
  list DIR                                            articles, texts' SHA-256, layers
  export DIR --format F --out PATH [--analyst A | --all] [--offset-unit U]
                                                      write a dataset
  bundle DIR --analyst A --out F [--since E] [--originals]
                                                      write A's work as a bundle for others; with --since
                                                      only what came after bundle E
  formats                                             what can be read and written
  verify DIR                                          check every sum, hash, chain, offset and quote

  --json   print exactly one JSON object to standard output; messages go to standard error
  --help   this text

Offset units: codePoint (default), utf16, utf8, grapheme.
Exit: 0 done, 1 refused or failed, 2 wrong usage.
`;

/** What was asked for. */
export interface Invocation {
  readonly command: string;
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  readonly flags: ReadonlySet<string>;
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
const FLAGS = ['json', 'all', 'with-articles', 'originals', 'help'];

type Options = NonNullable<ParseArgsConfig['options']>;

function typed(names: readonly string[], type: 'string' | 'boolean'): Options {
  return Object.fromEntries(names.map((name) => [name, { type }]));
}

const OPTIONS: Options = { ...typed(VALUES, 'string'), ...typed(FLAGS, 'boolean') };

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
    const flags = new Set<string>();
    for (const [name, value] of Object.entries(values)) {
      if (typeof value === 'string') options[name] = value;
      else if (value === true) flags.add(name);
    }
    return ok({ command, operands, options, flags });
  } catch (cause) {
    // `parseArgs` reports wrong usage by throwing.
    return err(cause instanceof Error ? cause.message : String(cause));
  }
}
