import { Minus, Plus } from 'lucide-react';
import { inBackground } from '../../state/background.ts';
import { changeSettings, type Settings, useSettings } from '../../state/settings.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { setReadingLook } from '../../ui/reading-look.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { numberWords } from '../../words/amounts.ts';
import { Sentence } from '../../words/sentence.tsx';
import { t } from '../../words/words.ts';
import { STEP, WIDTHS } from './line-widths.ts';
import { SettingRow } from './setting-row.tsx';
import styles from './settings-dialog.module.css';

function change(patch: Partial<Settings>): void {
  inBackground(changeSettings(patch));
}

/** How articles are set, above a few lines that show it. */
export function ReadingRows() {
  const settings = useSettings();
  return (
    <>
      <SettingRow name={t('settings.font')} words={t('settings.fontHint')}>
        <Segmented<Settings['textFont']>
          label={t('settings.font')}
          value={settings.textFont}
          onChange={(textFont) => change({ textFont })}
          options={[
            { value: 'serif', name: t('settings.fontSerif') },
            { value: 'sans', name: t('settings.fontSans') },
            { value: 'mono', name: t('settings.fontMono') },
          ]}
        />
      </SettingRow>
      <Steps
        name={t('settings.textSize')}
        words={t('settings.textSizeHint')}
        less={t('settings.smaller')}
        more={t('settings.larger')}
        value={settings.textSize}
        limits={[15, 26]}
        step={1}
        onChange={(textSize) => change({ textSize })}
      />
      <Steps
        name={t('settings.lineWidth')}
        words={t('settings.lineWidthHint')}
        less={t('settings.narrower')}
        more={t('settings.wider')}
        value={settings.lineWidth}
        limits={WIDTHS}
        step={STEP}
        onChange={(lineWidth) => change({ lineWidth })}
      />
      <SettingRow name={t('settings.lineSpacing')} words={t('settings.lineSpacingHint')}>
        <Segmented<Settings['lineSpacing']>
          label={t('settings.lineSpacing')}
          value={settings.lineSpacing}
          onChange={(lineSpacing) => change({ lineSpacing })}
          options={[
            { value: 'close', name: t('settings.spacingClose') },
            { value: 'normal', name: t('settings.spacingNormal') },
            { value: 'wide', name: t('settings.spacingWide') },
          ]}
        />
      </SettingRow>
      <SettingRow name={t('settings.letterSpacing')} words={t('settings.letterSpacingHint')}>
        <Segmented<Settings['letterSpacing']>
          label={t('settings.letterSpacing')}
          value={settings.letterSpacing}
          onChange={(letterSpacing) => change({ letterSpacing })}
          options={[
            { value: 'normal', name: t('settings.spacingNormal') },
            { value: 'wide', name: t('settings.spacingWide') },
          ]}
        />
      </SettingRow>
      <Sample />
    </>
  );
}

/** A few lines as the article will be. */
function Sample() {
  const look = useSettings();
  return (
    <figure className={styles['sample']} aria-label={t('settings.sampleLabel')}>
      <p
        className={styles['sampleText']}
        ref={(element) => {
          if (element !== null) setReadingLook(element, look);
        }}
      >
        <Sentence
          of="settings.sample"
          values={{
            mark: (
              <span data-hue="red" className={styles['sampleMark']}>
                {t('settings.sampleMark')}
              </span>
            ),
          }}
        />
      </p>
    </figure>
  );
}

function Steps(props: {
  readonly name: string;
  readonly words: string;
  readonly less: string;
  readonly more: string;
  readonly value: number;
  readonly limits: readonly [number, number];
  readonly step: number;
  readonly onChange: (value: number) => void;
}) {
  const { name, words, less, more, value, limits, step, onChange } = props;
  const [smallest, largest] = limits;
  return (
    <SettingRow name={name} words={words}>
      <div className={styles['size']} role="group" aria-label={name}>
        <IconButton
          icon={Minus}
          label={less}
          disabled={value <= smallest}
          onClick={() => onChange(Math.max(smallest, value - step))}
        />
        <output className={styles['number']}>{numberWords(value)}</output>
        <IconButton
          icon={Plus}
          label={more}
          disabled={value >= largest}
          onClick={() => onChange(Math.min(largest, value + step))}
        />
      </div>
    </SettingRow>
  );
}
