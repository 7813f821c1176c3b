import type { ReactElement } from 'react';
import type { ConsentRow } from '../../../../preload/contract/consent.ts';
import { CONSENT_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { NoticeBar } from '../../../ui/index.ts';

const TEXTS = CONSENT_TEXTS.link;

/** What became of a consent that the browser had said yes to. */
export const ConsentOutcome = ({ row }: { readonly row: ConsentRow }): ReactElement | null => {
  switch (row.state.checked?.verdict) {
    case 'present':
      return <NoticeBar intent="success" title={TEXTS.done} />;
    case 'blocked':
      return <NoticeBar intent="warning" title={TEXTS.blocked} />;
    case 'disabled':
      return <NoticeBar intent="warning" title={TEXTS.disabled} />;
    case 'missing':
      return <NoticeBar intent="warning" title={TEXTS.notThere} />;
    case 'unknown':
      return <NoticeBar intent="warning" title={row.hasCredential ? TEXTS.cannotTell : TEXTS.noCredential} />;
    case undefined:
      return null;
  }
};
