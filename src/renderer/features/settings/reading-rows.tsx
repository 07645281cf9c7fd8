import { Minus, Plus } from 'lucide-react';
import { inBackground } from '../../state/background.ts';
import { changeSettings, type Settings, useSettings } from '../../state/settings.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { setReadingLook } from '../../ui/reading-look.ts';
import { Segmented } from '../../ui/segmented.tsx';
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
      <SettingRow name="Font" words="Of the article. Quotes elsewhere stay in the serif.">
        <Segmented<Settings['textFont']>
          label="Font"
          value={settings.textFont}
          onChange={(textFont) => change({ textFont })}
          options={[
            { value: 'serif', name: 'Serif' },
            { value: 'sans', name: 'Sans' },
            { value: 'mono', name: 'Mono' },
          ]}
        />
      </SettingRow>
      <Steps
        name="Text size"
        words="Of the article, in pixels."
        less="Smaller text"
        more="Larger text"
        value={settings.textSize}
        limits={[15, 26]}
        step={1}
        onChange={(textSize) => change({ textSize })}
      />
      <Steps
        name="Line width"
        words="The longest line, in digits."
        less="Narrower lines"
        more="Wider lines"
        value={settings.lineWidth}
        limits={WIDTHS}
        step={STEP}
        onChange={(lineWidth) => change({ lineWidth })}
      />
      <SettingRow name="Line spacing" words="How far lines of the article are apart.">
        <Segmented<Settings['lineSpacing']>
          label="Line spacing"
          value={settings.lineSpacing}
          onChange={(lineSpacing) => change({ lineSpacing })}
          options={[
            { value: 'close', name: 'Close' },
            { value: 'normal', name: 'Normal' },
            { value: 'wide', name: 'Wide' },
          ]}
        />
      </SettingRow>
      <SettingRow name="Letter spacing" words="Wide helps some readers with dyslexia.">
        <Segmented<Settings['letterSpacing']>
          label="Letter spacing"
          value={settings.letterSpacing}
          onChange={(letterSpacing) => change({ letterSpacing })}
          options={[
            { value: 'normal', name: 'Normal' },
            { value: 'wide', name: 'Wide' },
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
    <figure className={styles['sample']} aria-label="How the article will look">
      <p
        className={styles['sampleText']}
        ref={(element) => {
          if (element !== null) setReadingLook(element, look);
        }}
      >
        The envoy said that “nothing is decided”, and that the{' '}
        <span data-hue="red" className={styles['sampleMark']}>
          port would be closed
        </span>{' '}
        if talks fail. Both sides meet again in May; until then 14 ships wait outside the harbour.
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
        <output className={styles['number']}>{value}</output>
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
