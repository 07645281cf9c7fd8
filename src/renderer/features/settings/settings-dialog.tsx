import { inBackground } from '../../state/background.ts';
import { runCommand } from '../../state/commands.ts';
import { changeSettings, type Settings, useSettings } from '../../state/settings.ts';
import { closeDialog } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { LANGUAGES } from '../../words/languages.ts';
import { t } from '../../words/words.ts';
import { ReadingRows } from './reading-rows.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings-dialog.module.css';

function InterfaceLanguage() {
  const language = useSettings((state) => state.language);
  return (
    <SettingRow name={t('settings.language')} words={t('settings.languageHint')}>
      <Segmented<Settings['language']>
        label={t('settings.language')}
        value={language}
        onChange={(next) => change({ language: next })}
        options={[
          { value: 'system', name: t('settings.languageSystem') },
          { value: 'en', name: LANGUAGES.en.name },
          { value: 'ar', name: LANGUAGES.ar.name },
        ]}
      />
    </SettingRow>
  );
}

function change(patch: Partial<Settings>): void {
  inBackground(changeSettings(patch));
}

/** What a person may set. Everything works at once. */
export function SettingsDialog() {
  const settings = useSettings();
  return (
    <Dialog
      open
      title={t('settings.title')}
      onClose={closeDialog}
      onMain={closeDialog}
      footer={
        <Button look="primary" keys="$mod+Enter" onClick={closeDialog}>
          {t('settings.done')}
        </Button>
      }
    >
      <div className={styles['rows']}>
        <InterfaceLanguage />
        <SettingRow name={t('settings.look')} words={t('settings.lookHint')}>
          <Segmented<Settings['theme']>
            label={t('settings.look')}
            value={settings.theme}
            onChange={(theme) => change({ theme })}
            options={[
              { value: 'system', name: t('settings.languageSystem') },
              { value: 'light', name: t('settings.lookLight') },
              { value: 'sepia', name: t('settings.lookSepia') },
              { value: 'dark', name: t('settings.lookDark') },
              { value: 'high-contrast', name: t('settings.lookHighContrast') },
            ]}
          />
        </SettingRow>
        <ReadingRows />
        <SettingRow name={t('settings.snap')} words={t('settings.snapHint')}>
          <Segmented<Settings['snap']>
            label={t('settings.snap')}
            value={settings.snap}
            onChange={(snap) => change({ snap })}
            options={[
              { value: 'character', name: t('settings.snapCharacter') },
              { value: 'word', name: t('settings.snapWord') },
              { value: 'sentence', name: t('settings.snapSentence') },
            ]}
          />
        </SettingRow>
        <SettingRow name={t('settings.furniture')} words={t('settings.furnitureHint')}>
          <Segmented<Settings['furniture']>
            label={t('settings.furniture')}
            value={settings.furniture}
            onChange={(furniture) => change({ furniture })}
            options={[
              { value: 'folded', name: t('settings.furnitureFolded') },
              { value: 'open', name: t('settings.furnitureOpen') },
            ]}
          />
        </SettingRow>
        <SettingRow name={t('settings.afterKey')} words={t('settings.afterKeyHint')}>
          <Segmented<'attributes' | 'text'>
            label={t('settings.afterKey')}
            value={settings.attributesAfterTagging ? 'attributes' : 'text'}
            onChange={(next) => change({ attributesAfterTagging: next === 'attributes' })}
            options={[
              { value: 'attributes', name: t('settings.afterKeyAttributes') },
              { value: 'text', name: t('settings.afterKeyText') },
            ]}
          />
        </SettingRow>
        <KeysRow />
      </div>
    </Dialog>
  );
}

function KeysRow() {
  return (
    <SettingRow name={t('keys.settingName')} words={t('keys.settingHint')}>
      <Button command="keys.change" onClick={() => runCommand('keys.change')}>
        {t('keys.changeKeys')}
      </Button>
    </SettingRow>
  );
}
