import type { ReactElement } from 'react';
import type { ActivityEntry } from '../../../preload/contract/activity.ts';
import { ACTIVITY_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Facts, formatUtc, Identifier, Moment, SidePanel } from '../../ui/index.ts';

const { columns, kinds, outcomes } = ACTIVITY_TEXTS;

/** One entry of the journal in full. */
export const EntryPanel = (props: {
  readonly entry: ActivityEntry;
  readonly onClose: () => void;
}): ReactElement => {
  const { entry } = props;
  return (
    <SidePanel title={kinds[entry.kind]} subtitle={ACTIVITY_TEXTS.entry(entry.seq)} onClose={props.onClose}>
      <span>{entry.summary}</span>
      <Facts
        facts={[
          { label: columns.at, value: <Moment at={entry.at} /> },
          { label: 'UTC', value: formatUtc(entry.at) },
          ...(entry.environment === '' ? [] : [{ label: columns.environment, value: entry.environment }]),
          ...(entry.actor === '' ? [] : [{ label: columns.actor, value: entry.actor }]),
          ...(outcomes[entry.outcome] === ''
            ? []
            : [{ label: columns.outcome, value: outcomes[entry.outcome] }]),
          ...(entry.requestId === ''
            ? []
            : [
                {
                  label: columns.requestId,
                  value: <Identifier value={entry.requestId} what={columns.requestId} full />,
                },
              ]),
        ]}
      />
    </SidePanel>
  );
};
