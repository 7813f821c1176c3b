import type { ReactElement } from 'react';
import { ENVIRONMENTS_TEXTS, SHELL_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { AddIcon, Button, DeleteIcon, RefreshIcon, StopIcon } from '../../ui/index.ts';
import type { EnvironmentRow } from './environment-rows.ts';
import type { EnvironmentChecks } from './use-environment-checks.ts';

/** What can be done with the chosen environments, or with all when none is chosen. */
export const EnvironmentToolbar = (props: {
  readonly chosen: readonly EnvironmentRow[];
  readonly checks: EnvironmentChecks;
  readonly all: number;
  readonly onCheck: () => void;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
}): ReactElement => {
  const { chosen, checks } = props;
  return (
    <>
      {checks.running ? (
        <Button appearance="subtle" icon={<StopIcon />} onClick={checks.cancel}>
          {`${ENVIRONMENTS_TEXTS.stop} (${SHELL_TEXTS.operationCount(checks.done, checks.asked)})`}
        </Button>
      ) : (
        <Button appearance="subtle" icon={<RefreshIcon />} disabled={props.all === 0} onClick={props.onCheck}>
          {chosen.length === 0 ? ENVIRONMENTS_TEXTS.checkAll : ENVIRONMENTS_TEXTS.check}
        </Button>
      )}
      {chosen.length === 0 ? (
        <Button appearance="subtle" icon={<AddIcon />} onClick={props.onAdd}>
          {ENVIRONMENTS_TEXTS.add}
        </Button>
      ) : (
        <Button appearance="subtle" icon={<DeleteIcon />} onClick={props.onRemove}>
          {ENVIRONMENTS_TEXTS.remove}
        </Button>
      )}
    </>
  );
};
