import type { Theme } from '../../preload/contract/words/status.ts';
import type { FluentTheme, HighlightColours } from '../ui/index.ts';
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

/** The tokens of each look, Fluent's and ours; no colour of the console comes from anywhere else. */
export const LOOK_TOKENS: Readonly<Record<Look, FluentTheme & HighlightColours>> = {
  light: {
    ...webLightTheme,
    highlightHover: webLightTheme.colorSubtleBackgroundHover,
    highlightCurrent: webLightTheme.colorSubtleBackgroundSelected,
    highlightChosen: webLightTheme.colorBrandBackground2,
    highlightChosenHover: '#e0edfa',
  },
  dark: {
    ...webDarkTheme,
    highlightHover: '#2f2f2f',
    highlightCurrent: '#333333',
    highlightChosen: webDarkTheme.colorBrandBackground2,
    highlightChosenHover: '#0a2b45',
  },
  'high-contrast': {
    ...teamsHighContrastTheme,
    // The same type as in the other looks, so that texts have the same room.
    fontFamilyBase: webLightTheme.fontFamilyBase,
    fontFamilyMonospace: webLightTheme.fontFamilyMonospace,
    fontFamilyNumeric: webLightTheme.fontFamilyNumeric,
    highlightHover: '#262626',
    highlightCurrent: '#333333',
    highlightChosen: '#00344f',
    highlightChosenHover: '#00415f',
  },
};
