import type { ReactElement } from 'react';
import type { ConsentRow } from '../../../../preload/contract/consent.ts';
import { CONSENT_STATUS_FACES, CONSENT_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { ErrorPanel, formatMoment, PanelSection, StatusBadge, Stack } from '../../../ui/index.ts';

const hintOf = ({ state }: ConsentRow): string | null => {
  switch (state.status) {
    case 'principal-disabled':
      return TEXTS.disabledHint;
    case 'revoked':
      return TEXTS.revokedHint;
    case 'asked':
      return state.checked?.verdict === 'missing' ? TEXTS.propagating : null;
    case 'consented':
    case 'declined':
    case 'not-asked':
      return null;
  }
};

/** Where the consent of one tenant stands, with the evidence for it. */
export const ConsentFacts = ({ row }: { readonly row: ConsentRow }): ReactElement => {
  const { asked, checked, declinedAt, status } = row.state;
  const face = CONSENT_STATUS_FACES[status];
  const hint = hintOf(row);
  // A service principal that is missing or disabled is the answer; anything else that failed has to be explained.
  const failed = checked !== null && ['unknown', 'blocked'].includes(checked.verdict) ? checked.error : null;
  // That there is no credential is said beside the way to add one.
  const unexplained = failed?.code === 'secret-missing' && !row.hasCredential ? null : failed;
  return (
    <PanelSection title={TEXTS.status}>
      <StatusBadge status={face.status} word={face.word} />
      <Stack gap="xs">
        {row.home ? <span>{TEXTS.home}</span> : null}
        {asked === null ? null : <span>{TEXTS.askedOn(formatMoment(asked.at), asked.form)}</span>}
        {declinedAt === null ? null : <span>{TEXTS.declinedOn(formatMoment(declinedAt))}</span>}
        <span>
          {checked === null ? TEXTS.neverChecked : TEXTS.found(checked.verdict, formatMoment(checked.at))}
        </span>
        {hint === null ? null : <span>{hint}</span>}
      </Stack>
      {unexplained === null ? null : <ErrorPanel error={unexplained} />}
    </PanelSection>
  );
};
