import type { ReactElement } from 'react';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import { SHELL_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { Palette } from '../ui/index.ts';
import { usePaletteItems } from './use-palette-items.ts';

const { palette } = SHELL_TEXTS;

/** The palette with everything that can be reached from here. */
export const CommandPalette = (props: {
  readonly workspaces: readonly Workspace[];
  readonly onClose: () => void;
}): ReactElement => (
  <Palette
    label={palette.label}
    placeholder={palette.placeholder}
    nothing={palette.nothing}
    items={usePaletteItems(props.workspaces)}
    onClose={props.onClose}
  />
);
