import type { ReactElement } from 'react';
import type { AppError } from '../../../../preload/contract/words/errors.ts';
import { explain, MANAGEMENT_APPS_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { useAccount } from '../../../session/index.ts';
import { Button, NoticeBar } from '../../../ui/index.ts';

const TEXTS = MANAGEMENT_APPS_TEXTS.notAsked;

/** Says that names and states are missing, and why; what is listed is true without them. */
export const DirectoryNotice = (props: {
  readonly error: AppError;
  readonly onAgain: () => void;
}): ReactElement => {
  const { error, onAgain } = props;
  const { signIn, signingIn } = useAccount();
  const allow = async () => {
    if (await signIn({ kind: 'graph', permission: 'Application.Read.All' })) onAgain();
  };
  return (
    <NoticeBar
      intent="warning"
      title={`${TEXTS.title} ${explain(error).title}.`}
      actions={
        error.code === 'graph-consent-needed' ? (
          <Button size="small" disabled={signingIn} onClick={() => void allow()}>
            {TEXTS.allow}
          </Button>
        ) : (
          <Button size="small" onClick={onAgain}>
            {TEXTS.again}
          </Button>
        )
      }
    />
  );
};
