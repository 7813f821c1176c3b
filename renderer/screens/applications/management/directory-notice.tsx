import type { ReactElement } from 'react';
import type { AppError } from '../../../../preload/contract/words/errors.ts';
import { explain, MANAGEMENT_APPS_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../../../bridge/index.ts';
import { AskRemedy } from '../../../session/index.ts';
import { Button, NoticeBar } from '../../../ui/index.ts';

const TEXTS = MANAGEMENT_APPS_TEXTS.notAsked;

/** Says that names and states are missing, and why; what is listed is true without them. */
export const DirectoryNotice = (props: {
  readonly error: AppError;
  readonly onAgain: () => void;
}): ReactElement => {
  const { error, onAgain } = props;
  const workspace = useWorkspace();
  return (
    <NoticeBar
      intent="warning"
      title={`${TEXTS.title} ${explain(error).title}.`}
      actions={
        <AskRemedy error={error} workspace={workspace} onAllowed={onAgain}>
          <Button size="small" onClick={onAgain}>
            {TEXTS.again}
          </Button>
        </AskRemedy>
      }
    />
  );
};
