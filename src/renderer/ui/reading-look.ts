/** How the text of articles is set. */
export interface ReadingLook {
  /** In CSS pixels. */
  readonly textSize: number;
  readonly textFont: 'serif' | 'sans' | 'mono';
  /** Greatest length of a line, in widths of the digit 0. */
  readonly lineWidth: number;
  readonly lineSpacing: 'close' | 'normal' | 'wide';
  readonly letterSpacing: 'normal' | 'wide';
}

/**
 * Sets what `reading-look.css` makes `--size`, `--reading-face`, `--line-factor` and `--letters` of;
 * `--column`, a length, is the greatest width of a line.
 */
export function setReadingLook(element: HTMLElement, look: ReadingLook): void {
  const { dataset, style } = element;
  dataset['reading'] = look.textFont;
  dataset['lines'] = look.lineSpacing;
  dataset['letters'] = look.letterSpacing;
  style.setProperty('--text-size', `${String(look.textSize)}px`);
  style.setProperty('--line-width', String(look.lineWidth));
}

/** True where two looks set a text the same. */
export function isSameLook(a: ReadingLook, b: ReadingLook): boolean {
  return (
    a.textSize === b.textSize &&
    a.textFont === b.textFont &&
    a.lineWidth === b.lineWidth &&
    a.lineSpacing === b.lineSpacing &&
    a.letterSpacing === b.letterSpacing
  );
}
