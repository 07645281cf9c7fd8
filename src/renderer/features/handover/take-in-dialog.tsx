import { FilePlus } from 'lucide-react';
import { useEffect } from 'react';
import { inBackground } from '../../state/background.ts';
import {
  chooseBundles,
  type HandoverState,
  loadTaken,
  mayTake,
  takeIn,
  useHandover,
} from '../../state/handover.ts';
import { closeDialog } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import { BundleReport } from './bundle-report.tsx';
import styles from './handover.module.css';
import { TakenBefore } from './taken-before.tsx';
import { TakenNow } from './taken-now.tsx';

/** Takes bundles in: what each would do first, then a receipt. Nothing is changed before the button. */
export function TakeInDialog() {
  const state = useHandover();
  const { looked, taken, busy, error } = state;
  useEffect(() => inBackground(loadTaken()), []);
  const apply = (): void => inBackground(takeIn());
  return (
    <Dialog
      open
      title={t(taken === undefined ? 'handover.takeIn' : 'handover.receipt')}
      width="wide"
      onClose={closeDialog}
      onMain={taken === undefined ? apply : closeDialog}
      footer={<Foot state={state} onApply={apply} />}
    >
      <div className={styles['body']} aria-busy={busy !== undefined}>
        {error === undefined ? null : (
          <ErrorState title={t('handover.notTaken')}>{said(error.message)}</ErrorState>
        )}
        {busy === undefined ? null : (
          <ProgressBar label={t('handover.working')} value={undefined} />
        )}
        {taken === undefined ? null : <TakenNow taken={taken} />}
        {taken === undefined && looked.length === 0 ? (
          <p className={styles['words']}>{t('handover.takeInWords')}</p>
        ) : null}
        {taken === undefined
          ? looked.map((one) => <BundleReport key={one.path} looked={one} />)
          : null}
        {looked.length === 0 || taken !== undefined ? <TakenBefore /> : null}
      </div>
    </Dialog>
  );
}

function Foot({ state, onApply }: { readonly state: HandoverState; readonly onApply: () => void }) {
  const { looked, taken, busy } = state;
  const choose = (
    <Button
      icon={FilePlus}
      look={looked.length === 0 ? 'primary' : 'outline'}
      disabled={busy !== undefined}
      onClick={() => inBackground(chooseBundles())}
    >
      {t(looked.length === 0 ? 'handover.chooseBundles' : 'handover.chooseMore')}
    </Button>
  );
  if (taken !== undefined) {
    return (
      <Button look="primary" keys="$mod+Enter" onClick={closeDialog}>
        {t('handover.close')}
      </Button>
    );
  }
  return (
    <>
      <Button onClick={closeDialog}>{t('handover.cancel')}</Button>
      {choose}
      {looked.length === 0 ? null : (
        <Button
          look="primary"
          keys="$mod+Enter"
          disabled={busy !== undefined || !mayTake(state)}
          onClick={onApply}
        >
          {t('handover.apply')}
        </Button>
      )}
    </>
  );
}
