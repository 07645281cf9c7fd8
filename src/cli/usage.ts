import { type ParseArgsConfig, parseArgs } from 'node:util';
import { err, ok, type Result } from '../core/result.ts';

/** What `verbale` without a command, or with a wrong one, prints. */
export const USAGE = `verbale <command> [options]

  new DIR [--name N] [--codebook F]                   make a project; F is a codebook in YAML or JSON
  new DIR --from P [--with-articles] [--name N]       with the codebook and people of project P
  import DIR FILE… [--format F] [--analyst A] [--offset-unit U] [--charset C]
         [--column R=NAME]… [--label FOREIGN=OURS]… [--create-labels | --keep-codebook]
                                                      add articles or annotated articles
  list DIR                                            articles, texts' SHA-256, layers
  export DIR --format F --out PATH [--recipe R] [--save-recipe R] [CHOICE…] [--offset-unit U]
                                                      write a dataset
  recipes DIR                                         the project's recipes for datasets
  bundle DIR --analyst A --out F [--since E] [--originals] [--passphrase-file P | --recipient R …]
                                                      write A's work as a bundle for others; with --since
                                                      only what came after bundle E
  merge DIR F [--dry-run] [--accept-key K] [--passphrase-file P] [--identity-file I]
                                                      take bundle F into the project; K is the name of a
                                                      key that its author told you
  merge DIR --take-back | --take-again                take back what was taken in last, as one step
  formats                                             what can be read and written
  verify DIR                                          check every sum, hash, chain, offset and quote
  agreement DIR [--analysts A[,B]…] [--articles T[,U]…] [--labels L[,M]…] [--match M] [--read-by-all]
            [--unsubmitted] [--seed S] [--resamples N]
                                                      how far analysts agree, and where not: the report
                                                      that the window shows and exports as JSON
  measure [NAME INPUT.json]                           measure agreement, or list the measures

  --json   print exactly one JSON object to standard output; messages go to standard error
  --help   this text

Labels of datasets: one that is named or spelled like a label of the codebook becomes that one, others
are made. --label says what one becomes (FOREIGN= leaves it out; may be repeated); OURS may be new with
--create-labels. --keep-codebook makes none, and refuses files whose labels the codebook lacks.
Columns of tables: --column text=body says that the column body holds the text; R is text, title,
outlet, byline, date, url, language or id. Those that are not named are guessed.

What goes into a dataset (CHOICE; all of it by default):
  --filter QUERY                     articles in which the search finds this
  --analyst A … | --all | --gold     whose work; --analyst may be given more than once
  --state S[,S…]                     layers that are new, in-progress, submitted
  --labels L[,L…] | --without-labels L[,L…]
  --split 80/10/10 [--seed S]        train, dev and test by article
  --deidentify                       pseudonyms in the place of analysts' names
  --unit article|sentence            --furniture in|out
  --scheme IOB2|BIOES                tags of conll-2003

What agreement compares: submitted layers, all of them by default, in articles that two or more have
read; --read-by-all takes only those that all of them have. --match says when two spans are of the same
place: half of the longer one shared (default), any overlap, exact, or an IoU such as 0.5. Intervals come
from N samples of the articles (2000), drawn with seed S (7).

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
  'offset-unit',
  'out',
  'charset',
  'since',
  'accept-key',
  'passphrase-file',
  'identity-file',
  'recipe',
  'save-recipe',
  'filter',
  'split',
  'seed',
  'unit',
  'furniture',
  'scheme',
  'match',
  'resamples',
];
/** May be given more than once; `options` has the last. */
const LISTS = [
  'recipient',
  'analyst',
  'label',
  'labels',
  'without-labels',
  'state',
  'column',
  'analysts',
  'articles',
];
const FLAGS = [
  'json',
  'all',
  'gold',
  'deidentify',
  'with-articles',
  'originals',
  'dry-run',
  'take-back',
  'take-again',
  'create-labels',
  'keep-codebook',
  'read-by-all',
  'unsubmitted',
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
      if (Array.isArray(value)) {
        const given = value.map(String);
        lists[name] = given;
        options[name] = given.at(-1) ?? '';
      } else if (typeof value === 'string') options[name] = value;
      else if (value === true) flags.add(name);
    }
    return ok({ command, operands, options, flags, lists });
  } catch (cause) {
    // `parseArgs` reports wrong usage by throwing.
    return err(cause instanceof Error ? cause.message : String(cause));
  }
}
