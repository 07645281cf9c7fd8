import { Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { inBackground } from '../../state/background.ts';
import { changeSettings, type Settings, useSettings } from '../../state/settings.ts';
import { closeDialog } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './settings-dialog.module.css';

const SMALLEST = 15;
const LARGEST = 26;

function change(patch: Partial<Settings>): void {
  inBackground(changeSettings(patch));
}

/** What a person may set. Everything works at once. */
export function SettingsDialog() {
  const settings = useSettings();
  return (
    <Dialog
      open
      title="Settings"
      onClose={closeDialog}
      onMain={closeDialog}
      footer={
        <Button look="primary" keys="$mod+Enter" onClick={closeDialog}>
          Done
        </Button>
      }
    >
      <div className={styles['rows']}>
        <Row name="Look" words="High contrast uses lines and letters instead of fills.">
          <Segmented<Settings['theme']>
            label="Look"
            value={settings.theme}
            onChange={(theme) => change({ theme })}
            options={[
              { value: 'system', name: 'System' },
              { value: 'light', name: 'Light' },
              { value: 'dark', name: 'Dark' },
              { value: 'high-contrast', name: 'High contrast' },
            ]}
          />
        </Row>
        <TextSize size={settings.textSize} />
        <Row name="Selection snaps to" words="What a selection made with the mouse grows to.">
          <Segmented<Settings['snap']>
            label="Selection snaps to"
            value={settings.snap}
            onChange={(snap) => change({ snap })}
            options={[
              { value: 'character', name: 'Character' },
              { value: 'word', name: 'Word' },
              { value: 'sentence', name: 'Sentence' },
            ]}
          />
        </Row>
        <Row
          name="Furniture"
          words="Navigation, captions and comment forms: on the page, not of the article."
        >
          <Segmented<Settings['furniture']>
            label="Furniture"
            value={settings.furniture}
            onChange={(furniture) => change({ furniture })}
            options={[
              { value: 'folded', name: 'Folded' },
              { value: 'open', name: 'Open' },
            ]}
          />
        </Row>
        <Row
          name="After a label’s key"
          words="Go on with the first attribute, or stay in the text."
        >
          <Segmented<'attributes' | 'text'>
            label="After a label’s key"
            value={settings.attributesAfterTagging ? 'attributes' : 'text'}
            onChange={(next) => change({ attributesAfterTagging: next === 'attributes' })}
            options={[
              { value: 'attributes', name: 'Attributes' },
              { value: 'text', name: 'Text' },
            ]}
          />
        </Row>
      </div>
    </Dialog>
  );
}

function Row(props: {
  readonly name: string;
  readonly words: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles['row']}>
      <div>
        <h3 className={styles['name']}>{props.name}</h3>
        <p className={styles['words']}>{props.words}</p>
      </div>
      {props.children}
    </div>
  );
}

function TextSize({ size }: { readonly size: number }) {
  return (
    <Row name="Text size" words="Of the article, in pixels.">
      <div className={styles['size']} role="group" aria-label="Text size">
        <IconButton
          icon={Minus}
          label="Smaller text"
          disabled={size <= SMALLEST}
          onClick={() => change({ textSize: size - 1 })}
        />
        <output className={styles['number']}>{size}</output>
        <IconButton
          icon={Plus}
          label="Larger text"
          disabled={size >= LARGEST}
          onClick={() => change({ textSize: size + 1 })}
        />
      </div>
    </Row>
  );
}
