import type { ReactElement } from 'react';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import { cloudLabel, SHELL_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { useWorkspaceOrNone } from '../bridge/index.ts';
import { useGo } from '../places/index.ts';
import { WORKSPACE_TOKENS } from '../theme/index.ts';
import {
  Badge,
  LockedIcon,
  makeStyles,
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Swatch,
  tokens,
  Tooltip,
} from '../ui/index.ts';

const useStyles = makeStyles({
  button: { maxWidth: '280px', minWidth: 0, fontWeight: tokens.fontWeightSemibold },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  list: { maxHeight: '70vh', overflowY: 'auto' },
  badge: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, flexShrink: 0 },
});

/** Which client this window is about, and the way to the others. */
export const WorkspaceSwitcher = (props: { readonly workspaces: readonly Workspace[] }): ReactElement => {
  const styles = useStyles();
  const workspace = useWorkspaceOrNone();
  const go = useGo();
  const name = workspace?.name ?? SHELL_TEXTS.noWorkspace;
  return (
    <>
      <Menu
        checkedValues={{ workspace: workspace === null ? [] : [workspace.id] }}
        onCheckedValueChange={(_event, data) => {
          const wanted = props.workspaces.find(({ id }) => id === data.checkedItems[0]);
          if (wanted !== undefined) go({ page: 'home', workspaceId: wanted.id });
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            className={styles.button}
            appearance="subtle"
            icon={workspace === null ? null : <Swatch colour={WORKSPACE_TOKENS[workspace.colour]} />}
            aria-label={SHELL_TEXTS.switchWorkspace(name)}
          >
            <span className={styles.name} title={name}>
              {name}
            </span>
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList className={styles.list}>
            {props.workspaces.length === 0 ? null : (
              <MenuGroup>
                <MenuGroupHeader>{SHELL_TEXTS.workspaces}</MenuGroupHeader>
                {props.workspaces.map((each) => (
                  <MenuItemRadio
                    key={each.id}
                    name="workspace"
                    value={each.id}
                    icon={<Swatch colour={WORKSPACE_TOKENS[each.colour]} />}
                    secondaryContent={cloudLabel(each.cloud)}
                  >
                    {each.name}
                  </MenuItemRadio>
                ))}
              </MenuGroup>
            )}
            {props.workspaces.length === 0 ? null : <MenuDivider />}
            <MenuItem onClick={() => go({ page: 'workspaces/new' })}>{SHELL_TEXTS.newWorkspace}</MenuItem>
            {workspace === null ? null : (
              <MenuItem onClick={() => go({ page: 'workspace', workspaceId: workspace.id })}>
                {SHELL_TEXTS.editWorkspace}
              </MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      {workspace?.readOnly === true ? (
        <Tooltip content={SHELL_TEXTS.readOnlyHint} relationship="description">
          <Badge className={styles.badge} appearance="outline" color="important" icon={<LockedIcon />}>
            {SHELL_TEXTS.readOnly}
          </Badge>
        </Tooltip>
      ) : null}
      {workspace?.demo === true ? (
        <Badge className={styles.badge} appearance="tint" color="informative">
          {SHELL_TEXTS.demo}
        </Badge>
      ) : null}
    </>
  );
};
