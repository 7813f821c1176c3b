import type { ReactElement } from 'react';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Differences } from '../../inventory/index.ts';
import { Button, formatMoment, NoticeBar } from '../../ui/index.ts';

const TEXTS = APPLICATION_USERS_TEXTS.differences;

/** Whether there is anything that became different since the person last looked. */
export const hasDifferences = ({ since, total }: Differences): boolean => total > 0 && since !== null;

/** Says what became different since the person last looked; nothing while nothing did. */
export const DifferencesNotice = (props: {
  readonly differences: Differences;
  /** Leads to them; left out where they are shown already. */
  readonly onShow?: () => void;
}): ReactElement | null => {
  const { differences, onShow } = props;
  if (differences.total === 0 || differences.since === null) return null;
  const { administrators } = differences;
  return (
    <NoticeBar
      intent={administrators === 0 ? 'info' : 'warning'}
      title={TEXTS.title(differences.total, formatMoment(differences.since, 'date'), administrators)}
      actions={
        <>
          {onShow === undefined ? null : (
            <Button size="small" onClick={onShow}>
              {TEXTS.show}
            </Button>
          )}
          <Button size="small" disabled={differences.marking} onClick={differences.markSeen}>
            {TEXTS.seen}
          </Button>
        </>
      }
    />
  );
};
