import type { ReactElement } from 'react';
import { useMemo } from 'react';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import { SHELL_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { useGo } from '../places/index.ts';
import { useCloudName } from '../session/index.ts';
import { Palette, WorkspacesIcon } from '../ui/index.ts';

/** Finds a workspace among many by typing. */
export const WorkspacePicker = (props: {
  readonly workspaces: readonly Workspace[];
  readonly onClose: () => void;
}): ReactElement => {
  const go = useGo();
  const cloudName = useCloudName(props.workspaces.map(({ cloud }) => cloud));
  const items = useMemo(
    () =>
      props.workspaces.map(({ cloud, id, name }) => ({
        id,
        group: SHELL_TEXTS.workspaces,
        label: name,
        hint: cloudName(cloud),
        icon: WorkspacesIcon,
        run: () => go({ page: 'home', workspaceId: id }),
      })),
    [cloudName, go, props.workspaces],
  );
  return (
    <Palette
      label={SHELL_TEXTS.findWorkspace}
      placeholder={SHELL_TEXTS.findWorkspaceHint}
      nothing={SHELL_TEXTS.palette.nothing}
      items={items}
      onClose={props.onClose}
    />
  );
};
