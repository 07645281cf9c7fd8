import { Component, type ErrorInfo, type ReactNode } from 'react';
import { inBackground } from '../state/background.ts';
import { unsavedWork } from '../state/desk.ts';
import { copyText } from '../state/window.ts';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { t } from '../words/words.ts';
import styles from './error-boundary.module.css';

interface State {
  readonly error: Error | undefined;
  readonly where: string;
}

/** What is shown when the window itself fails. What was saved is on disk; what was not can be copied. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: undefined, where: '' };

  static getDerivedStateFromError(cause: unknown): Partial<State> {
    return { error: cause instanceof Error ? cause : new Error(String(cause)) };
  }

  override componentDidCatch(_error: unknown, info: ErrorInfo): void {
    this.setState({ where: info.componentStack ?? '' });
  }

  override render(): ReactNode {
    const { error, where } = this.state;
    if (error === undefined) return this.props.children;
    const details = `${error.stack ?? error.message}\n${where}`;
    return (
      <main className={styles['page']}>
        <ErrorState
          title={t('app.notDrawn')}
          actions={
            <>
              <Button look="primary" onClick={() => location.reload()}>
                {t('app.loadAgain')}
              </Button>
              <Button
                onClick={() => inBackground(copyText(unsavedWork(), () => t('app.unsavedCopied')))}
              >
                {t('app.copyUnsaved')}
              </Button>
              <Button
                look="quiet"
                onClick={() => inBackground(copyText(details, () => t('app.detailsCopied')))}
              >
                {t('app.copyDetails')}
              </Button>
            </>
          }
        >
          <p>{t('app.faultWords')}</p>
          <p className={styles['cause']}>{error.message}</p>
        </ErrorState>
      </main>
    );
  }
}
