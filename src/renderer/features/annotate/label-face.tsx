import type { Label } from '../../../core/model/codebook.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { LabelLine } from '../../ui/label-line.tsx';
import { LabelSquare } from '../../ui/label-square.tsx';
import { LabelIcon } from './label-icon.tsx';
import styles from './toolbar.module.css';

/** What a label's button shows: letter, icon, name over its line, key. */
export function LabelFace({ label }: { readonly label: Label }) {
  return (
    <>
      <LabelSquare letter={label.letter} hue={label.hue} />
      <LabelIcon labelId={label.id} className={styles['icon']} />
      <span className={styles['name']}>
        {label.name}
        <LabelLine hue={label.hue} pattern={label.pattern} />
      </span>
      {label.shortcut === '' ? null : <KeyHint keys={label.shortcut} />}
    </>
  );
}
