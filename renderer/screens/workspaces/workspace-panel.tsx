import type { ReactElement } from 'react';
import { useState } from 'react';
import { WORKSPACES_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import { WORKSPACE_TOKENS } from '../../theme/index.ts';
import {
  Button,
  DeleteIcon,
  Facts,
  formatNumber,
  Identifier,
  Inline,
  SettingsIcon,
  SidePanel,
  SortDownIcon,
  SortUpIcon,
  Swatch,
  useToasts,
} from '../../ui/index.ts';
import { AccountCell } from './account-cell.tsx';
import { RemoveWorkspaceDialog } from './remove-workspace-dialog.tsx';
import type { WorkspaceRow } from './workspace-row.ts';

const TEXTS = WORKSPACES_TEXTS.overview;
const { columns } = TEXTS;

const count = (value: number | undefined): string => (value === undefined ? '' : formatNumber(value));

/** One workspace: what is in it, its place in the order, and the ways to open, change and remove it. */
export const WorkspacePanel = (props: {
  readonly row: WorkspaceRow;
  readonly rows: readonly WorkspaceRow[];
  readonly onClose: () => void;
}): ReactElement => {
  const go = useGo();
  const toasts = useToasts();
  const move = useAction('workspaces.move', { invalidates: ['workspaces.list'] });
  const [removing, setRemoving] = useState(false);
  const { cloudName, overview, workspace } = props.row;
  const place = props.rows.findIndex((row) => row.workspace.id === workspace.id);
  const moveTo = async (to: number) => {
    const result = await move.run({ id: workspace.id, to });
    if (!result.ok) toasts.failure(result.error);
  };
  return (
    <SidePanel
      title={workspace.name}
      subtitle={
        <Inline gap="s">
          <Swatch colour={WORKSPACE_TOKENS[workspace.colour]} />
          {cloudName}
        </Inline>
      }
      onClose={props.onClose}
      actions={
        <>
          <Button appearance="primary" onClick={() => go({ page: 'home', workspaceId: workspace.id })}>
            {TEXTS.open}
          </Button>
          <Button
            icon={<SettingsIcon />}
            onClick={() => go({ page: 'workspace', workspaceId: workspace.id })}
          >
            {TEXTS.settings}
          </Button>
          <Button appearance="subtle" icon={<DeleteIcon />} onClick={() => setRemoving(true)}>
            {TEXTS.remove}
          </Button>
        </>
      }
    >
      <Facts
        facts={[
          {
            label: columns.tenant,
            value:
              workspace.tenantId === null ? (
                TEXTS.tenantUnknown
              ) : (
                <Identifier value={workspace.tenantId} what={columns.tenant} full />
              ),
          },
          { label: columns.account, value: <AccountCell workspaceId={workspace.id} /> },
          { label: columns.environments, value: count(overview?.environments) },
          { label: columns.production, value: count(overview?.production) },
          { label: columns.apps, value: count(overview?.apps) },
          {
            label: columns.protection,
            value: workspace.readOnly ? TEXTS.protections.readOnly : TEXTS.protections.writable,
          },
          { label: TEXTS.place, value: TEXTS.placeOf(place + 1, props.rows.length) },
        ]}
      />
      <Inline>
        <Button
          size="small"
          icon={<SortUpIcon />}
          disabledFocusable={place <= 0 || move.busy}
          onClick={() => void moveTo(place - 1)}
        >
          {TEXTS.up}
        </Button>
        <Button
          size="small"
          icon={<SortDownIcon />}
          disabledFocusable={place >= props.rows.length - 1 || move.busy}
          onClick={() => void moveTo(place + 1)}
        >
          {TEXTS.down}
        </Button>
      </Inline>
      {removing ? (
        <RemoveWorkspaceDialog
          workspace={workspace}
          onRemoved={props.onClose}
          onClose={() => setRemoving(false)}
        />
      ) : null}
    </SidePanel>
  );
};
