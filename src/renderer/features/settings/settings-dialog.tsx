import { inBackground } from '../../state/background.ts';
import { changeSettings, type Settings, useSettings } from '../../state/settings.ts';
import { closeDialog } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ReadingRows } from './reading-rows.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings-dialog.module.css';

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
        <SettingRow name="Look" words="High contrast uses lines and letters instead of fills.">
          <Segmented<Settings['theme']>
            label="Look"
            value={settings.theme}
            onChange={(theme) => change({ theme })}
            options={[
              { value: 'system', name: 'System' },
              { value: 'light', name: 'Light' },
              { value: 'sepia', name: 'Sepia' },
              { value: 'dark', name: 'Dark' },
              { value: 'high-contrast', name: 'High contrast' },
            ]}
          />
        </SettingRow>
        <ReadingRows />
        <SettingRow
          name="Selection snaps to"
          words="What a selection made with the mouse grows to."
        >
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
        </SettingRow>
        <SettingRow
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
        </SettingRow>
        <SettingRow
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
        </SettingRow>
      </div>
    </Dialog>
  );
}
