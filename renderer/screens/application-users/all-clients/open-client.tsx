import type { ReactElement } from 'react';
import { ALL_CLIENTS_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import type { WorkspaceId } from '../../../../preload/contract/words/ids.ts';
import type { Workspace } from '../../../../preload/contract/workspaces.ts';
import { useGo } from '../../../places/index.ts';
import { Button, Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '../../../ui/index.ts';

const TEXTS = ALL_CLIENTS_TEXTS.neverRead;

/** Goes to the application users of a workspace, where they are read: of the only one, or of the one that is chosen. */
export const OpenClient = (props: { readonly workspaces: readonly Workspace[] }): ReactElement | null => {
  const go = useGo();
  const { workspaces } = props;
  const [only, ...more] = workspaces;
  const open = (workspaceId: WorkspaceId) => go({ page: 'application-users', workspaceId });
  if (only === undefined) return null;
  if (more.length === 0)
    return (
      <Button size="small" onClick={() => open(only.id)}>
        {TEXTS.open(only.name)}
      </Button>
    );
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small">{TEXTS.choose}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {workspaces.map(({ id, name }) => (
            <MenuItem key={id} onClick={() => open(id)}>
              {name}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
