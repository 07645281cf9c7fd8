import { inBackground } from '../../state/background.ts';
import { useImport } from '../../state/import-batch.ts';
import { cancelImport } from '../../state/importing.ts';
import { announce } from '../../state/project.ts';
import { t } from '../../words/words.ts';

/** Milliseconds within which the second press counts. */
const PATIENCE = 4000;

let asked = Number.NEGATIVE_INFINITY;

/** Leaves the import. Where something was corrected by hand, one press of a key is not enough. */
export function leaveImport(): void {
  const corrected = Object.keys(useImport.getState().edits).length > 0;
  const now = performance.now();
  if (corrected && now - asked > PATIENCE) {
    asked = now;
    announce(() => t('transfer.pressAgain'));
    return;
  }
  asked = Number.NEGATIVE_INFINITY;
  inBackground(cancelImport());
}
