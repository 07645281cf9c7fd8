import { agreementCommands } from '../features/agreement/commands.ts';
import { annotateCommands } from '../features/annotate/commands.ts';
import { codebookCommands } from '../features/codebook/commands.ts';
import { handoverCommands } from '../features/handover/commands.ts';
import { libraryCommands } from '../features/library/commands.ts';
import { reviewCommands } from '../features/review/commands.ts';
import { searchCommands } from '../features/search/commands.ts';
import { settingsCommands } from '../features/settings/commands.ts';
import { shortcutsCommands } from '../features/shortcuts/commands.ts';
import { statisticsCommands } from '../features/statistics/commands.ts';
import { transferCommands } from '../features/transfer/commands.ts';
import { registerCommands } from '../state/commands.ts';
import { appCommands } from './app-commands.ts';
import { doorCommands } from './door-commands.ts';

/** Makes the commands of all features known: to the keys, the menu, the palette and the key sheet. */
export function installCommands(): void {
  registerCommands([
    ...annotateCommands,
    ...libraryCommands,
    ...transferCommands,
    ...handoverCommands,
    ...searchCommands,
    ...statisticsCommands,
    ...codebookCommands,
    ...agreementCommands,
    ...reviewCommands,
    ...settingsCommands,
    ...shortcutsCommands,
    ...appCommands,
    ...doorCommands,
  ]);
}
