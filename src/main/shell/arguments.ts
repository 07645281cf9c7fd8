import path from 'node:path';

/** What was asked for on the command line of the application (DESIGN §7). */
export interface AppArguments {
  /** Absolute folder of the project to open. */
  readonly project?: string;
  /** Name of the analyst to act as. */
  readonly analyst?: string;
  /** Open a copy of the sample project. */
  readonly openSample: boolean;
  /** Save a picture of the first complete window here (absolute path), then end. */
  readonly shot?: string;
}

function valueOf(argv: readonly string[], name: string): string | undefined {
  const prefix = `--${name}=`;
  const found = argv.findLast((argument) => argument.startsWith(prefix));
  const value = found?.slice(prefix.length);
  return value === undefined || value === '' ? undefined : value;
}

/** Reads the application's own arguments; Chromium's are left to Chromium. */
export function readArguments(argv: readonly string[], cwd: string): AppArguments {
  const project = valueOf(argv, 'project');
  const analyst = valueOf(argv, 'analyst');
  const shot = valueOf(argv, 'shot');
  return {
    openSample: argv.includes('--open-sample'),
    ...(project === undefined ? {} : { project: path.resolve(cwd, project) }),
    ...(analyst === undefined ? {} : { analyst }),
    ...(shot === undefined ? {} : { shot: path.resolve(cwd, shot) }),
  };
}
