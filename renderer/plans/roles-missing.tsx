import type { ReactElement } from 'react';
import type { OutputOf } from '../../preload/contract/index.ts';
import { ROLES_MISSING_TEXTS as TEXTS } from '../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../bridge/index.ts';
import { useGo } from '../places/index.ts';
import { Button, NoticeBar } from '../ui/index.ts';

/** Apps that a move has left without roles, each by name, and the way to give them back; nothing where there is none. */
export const RolesMissing = ({
  output,
}: {
  readonly output: Pick<OutputOf<'fleet.apply'>, 'operationId' | 'withoutRoles'>;
}): ReactElement => {
  const go = useGo();
  const workspace = useWorkspace();
  return (
    <>
      {output.withoutRoles.map(({ appName, environmentName, roles }) => (
        <NoticeBar
          key={`${environmentName} ${appName}`}
          intent="warning"
          title={TEXTS.title(appName, environmentName, roles.length)}
          actions={
            <Button
              size="small"
              onClick={() =>
                go({
                  page: 'activity',
                  workspaceId: workspace.id,
                  params: { view: 'operations', operation: output.operationId },
                })
              }
            >
              {TEXTS.show}
            </Button>
          }
        >
          {TEXTS.text(roles)}
        </NoticeBar>
      ))}
    </>
  );
};
