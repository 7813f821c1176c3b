import type { WorkspaceColour } from '../../preload/contract/words/status.ts';
import { tokens } from '../ui/index.ts';

/** The shade of a workspace's colour, right for the current theme. Used for bands and swatches, never for text. */
export const WORKSPACE_TOKENS: Readonly<Record<WorkspaceColour, string>> = {
  blue: tokens.colorPaletteBlueBorderActive,
  teal: tokens.colorPaletteTealBorderActive,
  green: tokens.colorPaletteGreenBorderActive,
  gold: tokens.colorPaletteGoldBorderActive,
  orange: tokens.colorPaletteDarkOrangeBorderActive,
  red: tokens.colorPaletteRedBorderActive,
  magenta: tokens.colorPaletteMagentaBorderActive,
  purple: tokens.colorPalettePurpleBorderActive,
};
