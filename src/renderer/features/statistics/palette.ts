import type { LabelHue } from '../../../core/model/codebook.ts';
import type { Ink } from './picture.ts';

/** What a label's hue is used for in a picture. */
export type HueRole = 'mark' | 'text' | 'chip' | 'fill-strong';

/** The colours of a theme, as any CSS colour. */
export interface Palette {
  readonly paper: string;
  readonly ink: (ink: Ink) => string;
  readonly hue: (hue: LabelHue, role: HueRole) => string;
  /** Letters on a chip. */
  readonly chipInk: string;
  readonly sans: string;
  readonly serif: string;
}

function paletteFrom(value: (name: string) => string): Palette {
  return {
    paper: value('--paper'),
    ink: (ink) => value(`--${ink}`),
    hue: (hue, role) => value(`--label-${hue}-${role}`),
    chipInk: value('--label-chip-ink'),
    sans: value('--sans'),
    serif: value('--serif'),
  };
}

/** The colours of the window, whatever its theme is now and later. */
export const windowPalette: Palette = paletteFrom((name) => `var(${name})`);

function isLightTheme(rule: CSSRule): rule is CSSStyleRule {
  return (
    rule instanceof CSSStyleRule &&
    rule.selectorText === ':root' &&
    rule.style.getPropertyValue('--paper') !== ''
  );
}

/**
 * The colours of the light theme as they are written in the style sheet: a picture in a file stands
 * on white paper, whatever the window looks like.
 */
export function lightPalette(): Palette {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const light = rules.find(isLightTheme);
  if (light === undefined) throw new Error('There is no light theme in the style sheets.');
  return paletteFrom((name) => light.style.getPropertyValue(name).trim());
}
