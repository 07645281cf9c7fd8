import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { t } from '../words/words.ts';
import styles from './dialog.module.css';

/** Props of {@link Dialog}. */
export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** `narrow` 480 for a question, `normal` 640, `wide` 880. */
  readonly width?: 'narrow' | 'normal' | 'wide';
  /** What Ctrl/Cmd+Enter does, wherever the focus is. */
  readonly onMain?: (() => void) | undefined;
  readonly initialFocus?: RefObject<HTMLElement | null> | (() => HTMLElement | true);
  /** The content is only to be read: it takes the focus itself, so that keys can scroll it. */
  readonly toRead?: boolean;
  /** Buttons; the main one at the right end. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

function isMainKey(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey);
}

/** What takes the focus when nothing else is asked for: the first control of the content that can. */
const FIRST = ['input:not([aria-hidden])', 'textarea', 'button', '[tabindex="0"]']
  .map((control) => `${control}:not(:disabled, [data-disabled], [aria-disabled="true"])`)
  .join();

/** A modal dialog: title, content, one main button. `Esc` closes it. */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, width = 'normal', onMain, footer, children } = props;
  const { initialFocus, toRead = false } = props;
  const body = useRef<HTMLDivElement>(null);
  useModalMark(open);
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className={styles['scrim']} />
        <Base.Viewport className={styles['viewport']}>
          <Base.Popup
            className={styles['popup']}
            data-width={width}
            initialFocus={
              initialFocus ??
              (() =>
                (toRead ? body.current : body.current?.querySelector<HTMLElement>(FIRST)) ?? true)
            }
            onKeyDown={(event) => {
              if (onMain === undefined || !isMainKey(event)) return;
              event.preventDefault();
              onMain();
            }}
          >
            <div className={styles['head']}>
              <Base.Title className={styles['title']}>{title}</Base.Title>
              <Base.Close aria-label={t('ui.close')} className={styles['close']}>
                <X size={16} strokeWidth={1.6} aria-hidden />
              </Base.Close>
            </div>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It may scroll. */}
            <div ref={body} className={styles['body']} tabIndex={toRead ? 0 : undefined}>
              {children}
            </div>
            {footer === undefined ? null : <div className={styles['footer']}>{footer}</div>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** Marks the page while a modal is open, so that single-key shortcuts rest. */
export function useModalMark(open: boolean): void {
  useEffect(() => {
    if (!open) return undefined;
    const { dataset } = document.documentElement;
    dataset['modal'] = String(Number(dataset['modal'] ?? '0') + 1);
    return () => {
      const left = Number(dataset['modal'] ?? '1') - 1;
      if (left <= 0) delete dataset['modal'];
      else dataset['modal'] = String(left);
    };
  }, [open]);
}
