import { err, ok, type Result } from '../../core/result.ts';
import { COLUMN_ROLES, type ColumnChoice } from '../importers/imported-article.ts';

/** What `--column text=body` says, for each time it is given. The error says what is wrong with it. */
export function columnChoice(given: readonly string[]): Result<ColumnChoice, string> {
  const choice: { name: string; as: ColumnChoice[number]['as'] }[] = [];
  for (const one of given) {
    const at = one.indexOf('=');
    const as = COLUMN_ROLES.find((role) => role === one.slice(0, at));
    if (as === undefined || at === one.length - 1) {
      return err(
        `“${one}” says no column. Write --column text=body, where text is one of ${COLUMN_ROLES.join(', ')}.`,
      );
    }
    choice.push({ name: one.slice(at + 1), as });
  }
  return ok(choice);
}
