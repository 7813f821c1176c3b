import type { ReactElement } from 'react';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Button, formatNumber, MoreActions } from '../../ui/index.ts';
import type { UserRow } from './user-rows.ts';
import { changeableRows, deletableRows } from './user-rows.ts';
import type { Intent } from './wizard-draft.ts';

const TEXTS = APPLICATION_USERS_TEXTS.toolbar;

/** What can be done with the chosen users; each button leads to a plan first. */
export const UserToolbar = (props: {
  readonly chosen: readonly UserRow[];
  readonly readOnly: boolean;
  readonly onChange: (intent: Exclude<Intent, 'give-access'>, rows: readonly UserRow[]) => void;
}): ReactElement | null => {
  const { chosen, onChange } = props;
  if (chosen.length === 0) return null;
  const rows = changeableRows(chosen);
  const deletable = deletableRows(chosen);
  const off = props.readOnly || rows.length === 0;
  const disabledRows = rows.filter(({ user }) => user.state === 'disabled');
  const enabledRows = rows.filter(({ user }) => user.state === 'enabled');
  const left = chosen.length - rows.length;
  return (
    <>
      <Button size="small" appearance="primary" disabled={off} onClick={() => onChange('assign-roles', rows)}>
        {TEXTS.assign}
      </Button>
      <Button size="small" disabled={off} onClick={() => onChange('remove-roles', rows)}>
        {TEXTS.remove}
      </Button>
      <Button
        size="small"
        disabled={off || disabledRows.length === 0}
        onClick={() => onChange('enable', disabledRows)}
      >
        {TEXTS.enable}
      </Button>
      <Button
        size="small"
        disabled={off || enabledRows.length === 0}
        onClick={() => onChange('disable', enabledRows)}
      >
        {TEXTS.disable}
      </Button>
      {props.readOnly || deletable.length === 0 ? null : (
        <MoreActions
          actions={[
            ...(rows.length === 0
              ? []
              : [
                  { label: TEXTS.unit, run: () => onChange('change-unit', rows) },
                  { label: TEXTS.join, run: () => onChange('join-teams', rows) },
                  { label: TEXTS.leave, run: () => onChange('leave-teams', rows) },
                ]),
            { label: TEXTS.delete, run: () => onChange('delete', deletable) },
          ]}
        />
      )}
      {left === 0 ? null : <span title={TEXTS.excluded(left)}>{TEXTS.leftOut(formatNumber(left))}</span>}
    </>
  );
};
