import { CSPProvider } from '@base-ui/react/csp-provider';
import { DirectionProvider } from '@base-ui/react/direction-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { type ReactNode, useCallback, useEffect } from 'react';
import { keysOf } from '../state/commands.ts';
import { useProject } from '../state/project.ts';
import { useSession } from '../state/session.ts';
import { useSettings } from '../state/settings.ts';
import { CommandKeysContext, KeyboardContext } from '../ui/keyboard-context.ts';
import { LANGUAGES } from '../words/languages.ts';
import { useLanguage } from '../words/words.ts';
import styles from './app.module.css';
import { Dialogs } from './dialogs.tsx';
import { DropLayer } from './drop-layer.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { FirstRun } from './first-run.tsx';
import { followContext } from './follow-context.ts';
import { keepFocus } from './keep-focus.ts';
import { followKeys } from './keymap.ts';
import { Notice } from './notice.tsx';
import { followPaste } from './paste.ts';
import { ProblemPage } from './problem-page.tsx';
import { ProjectPage } from './project-page.tsx';
import { StartingPage } from './starting-page.tsx';

/** The window. It is drawn again, as a whole, when its language changes. */
export function App() {
  const { direction } = LANGUAGES[useLanguage()];
  useEffect(() => followContext(), []);
  useEffect(() => followKeys(), []);
  useEffect(() => keepFocus(), []);
  useEffect(() => followPaste(), []);
  return (
    <ErrorBoundary>
      {/* The content policy allows no style elements; Base UI would add some. */}
      <CSPProvider disableStyleElements>
        <Keyboard>
          <DirectionProvider direction={direction}>
            <Tooltip.Provider delay={500} closeDelay={80}>
              <div className={styles['window']}>
                <Page />
              </div>
              <Dialogs />
              <DropLayer />
              <Notice />
            </Tooltip.Provider>
          </DirectionProvider>
        </Keyboard>
      </CSPProvider>
    </ErrorBoundary>
  );
}

/** Which keyboard the hints name, and which keys the commands have. */
function Keyboard({ children }: { readonly children: ReactNode }) {
  const mac = useSession((state) => state.platform === 'darwin');
  const chosen = useSettings((state) => state.keys);
  const labels = useProject((state) => state.labels);
  // A new function where keys changed, so that every hint is drawn again.
  // oxlint-disable-next-line react/exhaustive-deps -- read through `keysOf`
  const keyOf = useCallback((command: string) => keysOf(command), [chosen, labels]);
  return (
    <KeyboardContext value={mac ? 'mac' : 'other'}>
      <CommandKeysContext value={keyOf}>{children}</CommandKeysContext>
    </KeyboardContext>
  );
}

function Page() {
  const phase = useSession((state) => state.phase);
  switch (phase) {
    case 'starting':
      return <StartingPage />;
    case 'first-run':
      return <FirstRun />;
    case 'problem':
      return <ProblemPage />;
    case 'project':
      return <ProjectPage />;
  }
}
