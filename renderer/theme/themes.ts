import type { Theme } from '../../preload/contract/words/status.ts';
import type { FluentTheme } from '../ui/index.ts';
import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from '../ui/index.ts';

/** What the system asks for, as media queries tell it. */
export type SystemLook = { readonly dark: boolean; readonly highContrast: boolean };

/** One of the three looks of the console. */
export type Look = Exclude<Theme, 'system'>;

/** The look that a setting means under what the system asks for. */
export const lookOf = (setting: Theme, system: SystemLook): Look => {
  if (setting !== 'system') return setting;
  if (system.highContrast) return 'high-contrast';
  return system.dark ? 'dark' : 'light';
};

/** The Fluent tokens of each look; no colour of the console comes from anywhere else. */
export const FLUENT_THEMES: Readonly<Record<Look, FluentTheme>> = {
  light: webLightTheme,
  dark: webDarkTheme,
  'high-contrast': teamsHighContrastTheme,
};
