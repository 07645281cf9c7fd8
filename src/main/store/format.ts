import { FORMAT_VERSION, MIGRATIONS, type Migration } from '../../core/log/migrations.ts';

/** The format that sealed files are written in, and the ways to it from earlier ones. */
export interface Format {
  readonly version: number;
  /** `migrations[n]` leads from version `n` to `n + 1`. */
  readonly migrations: { readonly [from: number]: Migration };
}

/** The format of this build. */
export const FORMAT: Format = { version: FORMAT_VERSION, migrations: MIGRATIONS };
