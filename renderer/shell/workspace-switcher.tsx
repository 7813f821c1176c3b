import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import { SHELL_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { useWorkspaceOrNone } from '../bridge/index.ts';
import { useCloudName } from '../session/index.ts';
import { useGo } from '../places/index.ts';
import { WORKSPACE_TOKENS } from '../theme/index.ts';
import {
  Badge,
  later,
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
  SearchIcon,
  Swatch,
  tokens,
  Tooltip,
} from '../ui/index.ts';

const WorkspacePicker = later(async () => (await import('./workspace-picker.tsx')).WorkspacePicker);

const useStyles = makeStyles({
  button: { maxWidth: '280px', minWidth: 0, fontWeight: tokens.fontWeightSemibold },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  list: { maxHeight: '70vh', overflowY: 'auto' },
  badge: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, flexShrink: 0 },
});

/** As many as one sees at a glance; more are found by typing. */
const MOST_LISTED = 10;

/** The first ones in their order, and always the one that is open. */
const listedOf = (all: readonly Workspace[], open: Workspace | null): readonly Workspace[] => {
  const first = all.slice(0, MOST_LISTED);
  return open === null || first.some(({ id }) => id === open.id)
    ? first
    : [...first.slice(0, MOST_LISTED - 1), open];
};

/** Which client this window is about, and the way to the others. */
export const WorkspaceSwitcher = (props: { readonly workspaces: readonly Workspace[] }): ReactElement => {
  const styles = useStyles();
  const workspace = useWorkspaceOrNone();
  const go = useGo();
  const name = workspace?.name ?? SHELL_TEXTS.noWorkspace;
  const [finding, setFinding] = useState(false);
  const cloudName = useCloudName(props.workspaces.map(({ cloud }) => cloud));
  const listed = listedOf(props.workspaces, workspace);
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
                {listed.map((each) => (
                  <MenuItemRadio
                    key={each.id}
                    name="workspace"
                    value={each.id}
                    icon={<Swatch colour={WORKSPACE_TOKENS[each.colour]} />}
                    secondaryContent={cloudName(each.cloud)}
                  >
                    {each.name}
                  </MenuItemRadio>
                ))}
              </MenuGroup>
            )}
            {props.workspaces.length > listed.length ? (
              <MenuItem icon={<SearchIcon />} onClick={() => setFinding(true)}>
                {SHELL_TEXTS.findAmong(props.workspaces.length)}
              </MenuItem>
            ) : null}
            {props.workspaces.length === 0 ? null : <MenuDivider />}
            {props.workspaces.length === 0 ? null : (
              <MenuItem onClick={() => go({ page: 'workspaces' })}>{SHELL_TEXTS.allWorkspaces}</MenuItem>
            )}
            <MenuItem onClick={() => go({ page: 'workspaces/new' })}>{SHELL_TEXTS.newWorkspace}</MenuItem>
            {workspace === null ? null : (
              <MenuItem onClick={() => go({ page: 'workspace', workspaceId: workspace.id })}>
                {SHELL_TEXTS.editWorkspace}
              </MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      {finding ? <WorkspacePicker workspaces={props.workspaces} onClose={() => setFinding(false)} /> : null}
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
