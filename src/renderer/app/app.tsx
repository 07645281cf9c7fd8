import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { useEffect } from 'react';
import { useSession } from '../state/session.ts';
import { KeyboardContext } from '../ui/keyboard-context.ts';
import styles from './app.module.css';
import { Dialogs } from './dialogs.tsx';
import { DropLayer } from './drop-layer.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { FirstRun } from './first-run.tsx';
import { followContext } from './follow-context.ts';
import { followKeys } from './keymap.ts';
import { Notice } from './notice.tsx';
import { followPaste } from './paste.ts';
import { ProblemPage } from './problem-page.tsx';
import { ProjectPage } from './project-page.tsx';
import { StartingPage } from './starting-page.tsx';

/** The window. */
export function App() {
  const mac = useSession((state) => state.platform === 'darwin');
  useEffect(() => followContext(), []);
  useEffect(() => followKeys(), []);
  useEffect(() => followPaste(), []);
  return (
    <ErrorBoundary>
      {/* The content policy allows no style elements; Base UI would add some. */}
      <CSPProvider disableStyleElements>
        <KeyboardContext value={mac ? 'mac' : 'other'}>
          <Tooltip.Provider delay={500} closeDelay={80}>
            <div className={styles['window']}>
              <Page />
            </div>
            <Dialogs />
            <DropLayer />
            <Notice />
          </Tooltip.Provider>
        </KeyboardContext>
      </CSPProvider>
    </ErrorBoundary>
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
