import type { ReactElement } from 'react';
import type { ApplicationUser } from '../../../preload/contract/application-users.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { AskedRecord, CountedRole } from '../../../preload/contract/security-roles.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Change } from '../../plans/index.ts';
import { Facts, makeStyles, PanelSection, tokens } from '../../ui/index.ts';
import type { Fact } from '../../ui/index.ts';
import { AccessNotice } from './access-notice.tsx';
import { ColumnSecurity } from './column-security.tsx';
import { RecordRightItem } from './record-right.tsx';

const TEXTS = APPLICATION_USERS_TEXTS.record;

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

const ownerText = ({ owner, businessUnitName }: AskedRecord): string => {
  if (owner === null) return businessUnitName === null ? TEXTS.noOwner : TEXTS.ownedByUnit;
  return owner.kind === 'team' ? TEXTS.team(owner.name) : owner.name;
};

const factsOf = (record: AskedRecord): readonly Fact[] => [
  { label: TEXTS.record, value: record.name ?? record.recordId },
  { label: TEXTS.table, value: record.tableName },
  { label: TEXTS.owner, value: ownerText(record) },
  { label: TEXTS.businessUnit, value: record.businessUnitName ?? TEXTS.noUnit },
];

/** What the service allows a user to do with a record, and what of its roles says so. */
export const RecordAnswer = (props: {
  readonly user: ApplicationUser;
  readonly answer: OutputOf<'securityRoles.recordAccess'>;
  /** Shows the plan of a change; left out where nothing may be changed. */
  readonly onPropose: (title: string, change: Change) => void;
  readonly readOnly: boolean;
}): ReactElement => {
  const styles = useStyles();
  const { record, roles, rights } = props.answer;
  const { onPropose } = props;
  const grant = (privilege: string, { name, rootRoleId }: CountedRole, depth: Exclude<Depth, 'None'>) =>
    onPropose(TEXTS.grantTitle(name), {
      kind: 'roles',
      changes: [
        {
          kind: 'edit',
          environmentId: props.user.environmentId,
          role: { by: 'id', roleId: rootRoleId },
          name: null,
          description: null,
          set: [{ privilege, depth }],
          remove: [],
        },
      ],
    });
  return (
    <>
      <AccessNotice user={props.user} roles={roles} />
      <Facts facts={factsOf(record)} />
      <PanelSection title={TEXTS.rights}>
        {rights.length === 0 ? TEXTS.noPrivileges : null}
        <ul className={styles.list}>
          {rights.map((right) => (
            <RecordRightItem
              key={right.privilege}
              right={right}
              roles={roles}
              sources={props.answer}
              onGrant={props.readOnly ? undefined : (role, depth) => grant(right.privilege, role, depth)}
            />
          ))}
        </ul>
      </PanelSection>
      <ColumnSecurity
        user={props.user}
        table={{ by: 'logical-name', name: record.table }}
        onPropose={onPropose}
      />
    </>
  );
};
