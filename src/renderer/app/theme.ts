import { useSettings } from '../state/settings.ts';

const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(prefers-contrast: more)';

function resolve(): string {
  const { theme } = useSettings.getState();
  if (theme !== 'system') return theme;
  if (matchMedia(CONTRAST).matches) return 'high-contrast';
  return matchMedia(DARK).matches ? 'dark' : 'light';
}

function show(): void {
  document.documentElement.dataset['theme'] = resolve();
}

/** Keeps `<html data-theme>` in step with the settings and, for “system”, with the system. */
export function followTheme(): void {
  show();
  useSettings.subscribe(show);
  matchMedia(DARK).addEventListener('change', show);
  matchMedia(CONTRAST).addEventListener('change', show);
}
