import { Toolbar } from '@base-ui/react/toolbar';
import { Baseline, type LucideIcon, TextQuote, Type, WholeWord } from 'lucide-react';
import { inBackground } from '../../state/background.ts';
import { changeSettings, type Settings, useSettings } from '../../state/settings.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import type { PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';
import { NUMBERS, readingCommands } from './reading-commands.ts';
import { cycleSnap } from './setting-commands.ts';

type Snap = Settings['snap'];

const SNAPS: readonly {
  readonly value: Snap;
  readonly name: PlainKey;
  readonly icon: LucideIcon;
}[] = [
  { value: 'character', name: 'annotate.takeExact', icon: Baseline },
  { value: 'word', name: 'annotate.takeWords', icon: WholeWord },
  { value: 'sentence', name: 'annotate.takeSentences', icon: TextQuote },
];

/** What a mark takes of a partly selected word or sentence; a press goes to the next way. */
export function SnapButton() {
  const snap = useSettings((state) => state.snap);
  const now = SNAPS.find((one) => one.value === snap);
  return (
    <Toolbar.Button
      onMouseDown={(event) => event.preventDefault()}
      onClick={cycleSnap}
      render={
        <IconButton
          icon={now?.icon ?? WholeWord}
          label={t('annotate.marksTakeWhat', {
            what: now === undefined ? '' : t(now.name).toLowerCase(),
          })}
          command="text.snap"
        />
      }
    />
  );
}

const SIZES = [15, 17, 19, 21, 23, 26] as const;
const DEFAULT_SIZE = 19;

function sizeName(size: number): string {
  return size === DEFAULT_SIZE ? t('annotate.sizeDefault', { size }) : String(size);
}

/** How the text is set, and what marks take. */
export function ReadingMenu() {
  const { textSize, snap, furniture, numbers } = useSettings();
  const sizes = [...new Set([...SIZES, textSize])].toSorted((a, b) => a - b);
  return (
    <Menu
      align="end"
      trigger={<Toolbar.Button render={<IconButton icon={Type} label={t('annotate.text')} />} />}
    >
      <MenuChoice
        title={t('annotate.textSize')}
        value={String(textSize)}
        options={sizes.map((size) => ({ value: String(size), name: sizeName(size) }))}
        onChange={(value) => inBackground(changeSettings({ textSize: Number(value) }))}
      />
      <MenuSeparator />
      <MenuChoice
        title={t('annotate.marksTake')}
        value={snap}
        options={SNAPS.map((one) => ({ ...one, name: t(one.name) }))}
        onChange={(value) => inBackground(changeSettings({ snap: value }))}
      />
      <MenuSeparator />
      <MenuChoice
        title={t('annotate.furniture')}
        value={furniture}
        options={[
          { value: 'folded', name: t('annotate.isFolded') },
          { value: 'open', name: t('annotate.isOpen') },
        ]}
        onChange={(value) => inBackground(changeSettings({ furniture: value }))}
      />
      <MenuSeparator />
      <MenuChoice
        title={t('annotate.numbers')}
        value={numbers}
        options={NUMBERS.map((one) => ({ ...one, name: t(one.name) }))}
        onChange={(value) => inBackground(changeSettings({ numbers: value }))}
      />
      <MenuSeparator />
      {readingCommands.map(({ id, title, keys, run }) => (
        <MenuItem key={id} keys={keys[0]} onSelect={run}>
          {title}
        </MenuItem>
      ))}
    </Menu>
  );
}
