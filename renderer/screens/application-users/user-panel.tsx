import type { ReactElement } from 'react';
import { useState } from 'react';
import {
  APPLICATION_USERS_TEXTS,
  BASELINE_TEXTS,
  DOCTOR_TEXTS,
} from '../../../preload/contract/words/texts/en.ts';
import { ChangePanel } from '../../plans/index.ts';
import {
  Button,
  CopyIcon,
  DoctorIcon,
  Inline,
  MoreActions,
  ProductionBadge,
  QueryIcon,
  SidePanel,
  TextWithMark,
} from '../../ui/index.ts';
import { AccessTab } from './access-tab.tsx';
import { DetailsTab } from './details-tab.tsx';
import { LeastTab } from './least-privilege/least-tab.tsx';
import type { Proposal, Propose } from './proposal.ts';
import { RecordTab } from './record-tab.tsx';
import type { UserAction } from './user-actions.ts';
import type { UserRow } from './user-rows.ts';
import { isGone } from './user-rows.ts';

const TEXTS = APPLICATION_USERS_TEXTS;

const TABS = [
  { id: 'details', title: TEXTS.tabs.details },
  { id: 'access', title: TEXTS.tabs.access },
  { id: 'record', title: TEXTS.tabs.record },
  { id: 'least', title: TEXTS.tabs.least },
] as const;

/** The matrix of effective access has a column for each verb. */
const ACCESS_WIDTH = 660;

/** One application user: everything that is known of it, and what it may really do. */
export const UserPanel = (props: {
  readonly row: UserRow;
  readonly elsewhere: readonly UserRow[];
  /** The part that the address names, if any. */
  readonly tab: string | undefined;
  readonly onTab: (id: string) => void;
  readonly onOpen: (row: UserRow) => void;
  readonly onClose: () => void;
  /** Jumps to a query as this app; left out when no profile of the workspace has its client id. */
  readonly onQuery?: () => void;
  /** Looks at its whole chain; left out in the same case. */
  readonly onDiagnose?: () => void;
  /** Gives what it holds to others; left out where it can be given to nobody. */
  readonly onCopy?: () => void;
  /** What else can be done with it; each leads to a plan first. */
  readonly actions: readonly UserAction[];
}): ReactElement => {
  const { row } = props;
  const { user, environment } = row;
  // Of one that is gone nothing can be asked any more.
  const tabs = isGone(row) ? TABS.slice(0, 1) : TABS;
  const { id: tab } = tabs.find(({ id }) => id === props.tab) ?? TABS[0];
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const [address, setAddress] = useState('');
  const propose: Propose = (title, change, next) =>
    setProposal({ title, change, ...(next === undefined ? {} : { next }) });
  if (proposal !== null) {
    const { change, next, title } = proposal;
    return (
      <ChangePanel
        key={title}
        title={title}
        change={change}
        onClose={() => setProposal(null)}
        {...(next === undefined
          ? {}
          : {
              after: () => (
                <Inline>
                  <Button onClick={() => propose(next.title, next.change)}>{next.offer}</Button>
                </Inline>
              ),
            })}
      />
    );
  }
  return (
    <SidePanel
      title={user.name}
      subtitle={
        <TextWithMark text={environment.name} mark={environment.production ? <ProductionBadge /> : null} />
      }
      tabs={{ label: user.name, items: tabs, selected: tab, onSelect: props.onTab }}
      onClose={props.onClose}
      {...(tab === 'access' || tab === 'least' ? { startWidth: ACCESS_WIDTH } : {})}
      {...(props.onQuery === undefined && props.onCopy === undefined && props.actions.length === 0
        ? {}
        : {
            actions: (
              <>
                {props.onQuery === undefined ? null : (
                  <Button icon={<QueryIcon />} onClick={props.onQuery}>
                    {TEXTS.details.query}
                  </Button>
                )}
                {props.onDiagnose === undefined ? null : (
                  <Button icon={<DoctorIcon />} onClick={props.onDiagnose}>
                    {DOCTOR_TEXTS.diagnose}
                  </Button>
                )}
                {props.onCopy === undefined ? null : (
                  <Button icon={<CopyIcon />} onClick={props.onCopy}>
                    {BASELINE_TEXTS.copy.open}
                  </Button>
                )}
                <MoreActions actions={props.actions} />
              </>
            ),
          })}
    >
      {tab === 'access' ? <AccessTab key={row.key} user={user} onPropose={propose} /> : null}
      {tab === 'record' ? (
        <RecordTab
          key={row.key}
          user={user}
          environment={environment}
          address={address}
          onAddress={setAddress}
          onPropose={propose}
        />
      ) : null}
      {tab === 'least' ? <LeastTab key={row.key} user={user} onPropose={propose} /> : null}
      {tab === 'details' ? (
        <DetailsTab row={row} elsewhere={props.elsewhere} onOpen={props.onOpen} onPropose={propose} />
      ) : null}
    </SidePanel>
  );
};
