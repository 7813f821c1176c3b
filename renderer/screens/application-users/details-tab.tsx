import type { ReactElement } from 'react';
import type { ApplicationUser } from '../../../preload/contract/application-users.ts';
import {
  APPLICATION_USERS_TEXTS,
  ENTRA_STATE_LABELS,
  ROLE_TEAM_TEXTS as TEAM_TEXTS,
} from '../../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import type { Change } from '../../plans/index.ts';
import {
  Badge,
  Button,
  Facts,
  formatMoment,
  Identifier,
  Link,
  makeStyles,
  Moment,
  NoticeBar,
  PanelSection,
  StatusBadge,
  TextWithMark,
  tokens,
} from '../../ui/index.ts';
import type { UserRow } from './user-rows.ts';
import { isGone, userStatus } from './user-rows.ts';
import { changeWords, isAlarming, rowWord, shownRoles, teamWords, userWord } from './user-words.ts';

const TEXTS = APPLICATION_USERS_TEXTS.details;

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    minHeight: '28px',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const heldThroughTeams = ({ teamRoles }: ApplicationUser, role: string) =>
  (teamRoles ?? []).filter(({ name }) => name === role);

const AdministratorMark = (): ReactElement => (
  <Badge appearance="tint" color="danger" size="small" shape="rounded">
    {APPLICATION_USERS_TEXTS.administratorMark}
  </Badge>
);

/** What is known of one application user, and where else its app works. */
export const DetailsTab = (props: {
  readonly row: UserRow;
  readonly elsewhere: readonly UserRow[];
  readonly onOpen: (row: UserRow) => void;
  readonly onPropose: (title: string, change: Change) => void;
}): ReactElement => {
  const styles = useStyles();
  const { asOf, credentialEnds, difference, user } = props.row;
  const workspace = useWorkspace();
  const go = useGo();
  const giveAgain = () =>
    go({
      page: 'application-users/new',
      workspaceId: workspace.id,
      params: { client: user.clientId, name: user.name, environments: user.environmentId },
    });
  const roles = shownRoles(user);
  const gone = isGone(props.row);
  const changeable = !gone && user.state !== 'soft-deleted' && !workspace.readOnly;
  return (
    <>
      {gone && difference !== null ? (
        <NoticeBar intent="warning" title={APPLICATION_USERS_TEXTS.differences.goneWord}>
          {APPLICATION_USERS_TEXTS.differences.gone(formatMoment(difference.since))}
        </NoticeBar>
      ) : null}
      {user.platform ? (
        <NoticeBar intent="info" title={APPLICATION_USERS_TEXTS.platform}>
          {APPLICATION_USERS_TEXTS.platformHint}
        </NoticeBar>
      ) : null}
      {user.state === 'soft-deleted' ? (
        <NoticeBar
          intent="warning"
          title={userWord(user)}
          actions={
            user.platform || workspace.readOnly ? undefined : (
              <Button size="small" onClick={giveAgain}>
                {TEXTS.giveAgain}
              </Button>
            )
          }
        >
          {TEXTS.softDeleted}
        </NoticeBar>
      ) : null}
      {user.entraState === 'not-found' ? (
        <NoticeBar intent="warning" title={APPLICATION_USERS_TEXTS.orphaned}>
          {TEXTS.orphaned}
        </NoticeBar>
      ) : null}
      {difference === null || gone ? null : (
        <PanelSection
          title={APPLICATION_USERS_TEXTS.differences.section(formatMoment(difference.since, 'date'))}
        >
          <ul className={styles.list}>
            {difference.changes.map((change) => (
              <li key={changeWords(change)} title={changeWords(change)}>
                {isAlarming(change) ? (
                  <StatusBadge status="attention" word={changeWords(change)} />
                ) : (
                  changeWords(change)
                )}
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
      <Facts
        facts={[
          {
            label: TEXTS.state,
            value: <StatusBadge status={gone ? 'unknown' : userStatus(user)} word={rowWord(props.row)} />,
          },
          { label: TEXTS.clientId, value: <Identifier value={user.clientId} what={TEXTS.clientId} full /> },
          {
            label: TEXTS.objectId,
            value:
              user.servicePrincipalId === null ? (
                TEXTS.none
              ) : (
                <Identifier value={user.servicePrincipalId} what={TEXTS.objectId} full />
              ),
          },
          { label: TEXTS.userId, value: <Identifier value={user.systemUserId} what={TEXTS.userId} full /> },
          { label: TEXTS.entra, value: ENTRA_STATE_LABELS[user.entraState] },
          { label: TEXTS.accessMode, value: user.accessMode },
          { label: TEXTS.businessUnit, value: user.businessUnit?.name ?? TEXTS.none },
          {
            label: TEXTS.created,
            value: user.createdOn === null ? TEXTS.none : <Moment at={user.createdOn} />,
          },
          {
            label: TEXTS.modified,
            value: user.modifiedOn === null ? TEXTS.none : <Moment at={user.modifiedOn} />,
          },
          ...(credentialEnds === null
            ? []
            : [{ label: TEXTS.credential, value: <Moment at={credentialEnds} form="date" /> }]),
          ...(asOf === null ? [] : [{ label: TEXTS.asOf, value: <Moment at={asOf} /> }]),
        ]}
      />
      <PanelSection title={TEXTS.roles(roles.length)}>
        {roles.length === 0 ? (
          <span className={styles.quiet}>
            {user.teamRoles === null
              ? APPLICATION_USERS_TEXTS.noOwnRoleHint
              : APPLICATION_USERS_TEXTS.noRoleHint}
          </span>
        ) : null}
        <ul className={styles.list}>
          {roles.map((role) => (
            <li key={role.name}>
              <TextWithMark text={role.name} mark={role.systemAdministrator ? <AdministratorMark /> : null} />
              {role.direct ? null : <div className={styles.quiet}>{teamWords(role)}</div>}
              {changeable
                ? heldThroughTeams(user, role.name).map(({ rootRoleId, team }) => (
                    <Link
                      key={team.id}
                      onClick={() =>
                        props.onPropose(TEAM_TEXTS.takeTitle(role.name, [team.name]), {
                          kind: 'roles',
                          changes: [
                            {
                              kind: 'take-from-team',
                              environmentId: user.environmentId,
                              role: { by: 'id', roleId: rootRoleId },
                              team: { by: 'id', teamId: team.id },
                            },
                          ],
                        })
                      }
                    >
                      {TEAM_TEXTS.takeFromTeam(team.name)}
                    </Link>
                  ))
                : null}
            </li>
          ))}
        </ul>
        {user.teamRoles === null && roles.length > 0 ? (
          <span className={styles.quiet}>{TEXTS.teamsUnknown}</span>
        ) : null}
        {changeable ? (
          <div>
            <Link
              onClick={() =>
                go({
                  page: 'security-roles',
                  workspaceId: workspace.id,
                  params: { environment: user.environmentId },
                })
              }
            >
              {TEAM_TEXTS.giveThroughTeam}
            </Link>
          </div>
        ) : null}
      </PanelSection>
      {props.elsewhere.length === 0 ? null : (
        <PanelSection title={TEXTS.elsewhere(props.elsewhere.length)}>
          <ul className={styles.list}>
            {props.elsewhere.map((row) => (
              <li key={row.key} className={styles.line}>
                <Link onClick={() => props.onOpen(row)}>{row.environment.name}</Link>
                <StatusBadge status={userStatus(row.user)} word={userWord(row.user)} />
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
    </>
  );
};
