import type { ReactElement } from 'react';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Button, formatNumber, MoreActions } from '../../ui/index.ts';
import type { BeginChange } from './use-begin-change.ts';
import { possible, userActions } from './user-actions.ts';
import type { UserRow } from './user-rows.ts';
import { changeableRows } from './user-rows.ts';

const TEXTS = APPLICATION_USERS_TEXTS.toolbar;

/** What can be done with the chosen users; each button leads to a plan first. */
export const UserToolbar = (props: {
  readonly chosen: readonly UserRow[];
  readonly readOnly: boolean;
  readonly onChange: BeginChange;
}): ReactElement | null => {
  const { chosen, readOnly } = props;
  if (chosen.length === 0) return null;
  const {
    assign,
    remove,
    enable,
    disable,
    unit,
    join,
    leave,
    delete: away,
  } = userActions(chosen, props.onChange);
  const left = chosen.length - changeableRows(chosen).length;
  return (
    <>
      {[assign, remove, enable, disable].map((action) => (
        <Button
          key={action.label}
          size="small"
          {...(action === assign ? { appearance: 'primary' } : {})}
          disabled={readOnly || action.rows.length === 0}
          onClick={action.run}
        >
          {action.label}
        </Button>
      ))}
      <MoreActions actions={readOnly ? [] : possible([unit, join, leave, away])} />
      {left === 0 ? null : <span title={TEXTS.excluded(left)}>{TEXTS.leftOut(formatNumber(left))}</span>}
    </>
  );
};
