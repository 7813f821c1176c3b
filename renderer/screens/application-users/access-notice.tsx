import type { ReactElement } from 'react';
import type { ApplicationUser } from '../../../preload/contract/application-users.ts';
import type { CountedRole } from '../../../preload/contract/security-roles.ts';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { NoticeBar } from '../../ui/index.ts';

const TEXTS = APPLICATION_USERS_TEXTS.access;

/** Modes in which the service takes privileges away (Microsoft Learn: systemuser table, accessmode). */
const LIMITED_MODES: readonly ApplicationUser['accessMode'][] = ['Administrative', 'Read', 'Support User'];

/** What narrows or lifts everything below, most important first. */
const notice = (
  user: ApplicationUser,
  roles: readonly CountedRole[],
): { readonly intent: 'info' | 'warning'; readonly text: string } | null => {
  if (user.state === 'soft-deleted') return { intent: 'warning', text: TEXTS.softDeleted };
  if (user.state === 'disabled') return { intent: 'warning', text: TEXTS.disabled };
  if (LIMITED_MODES.includes(user.accessMode))
    return { intent: 'warning', text: TEXTS.limitedMode(user.accessMode) };
  return roles.some(({ systemAdministrator }) => systemAdministrator)
    ? { intent: 'info', text: TEXTS.administrator }
    : null;
};

/** What of the user itself narrows or lifts what its roles allow. */
export const AccessNotice = (props: {
  readonly user: ApplicationUser;
  readonly roles: readonly CountedRole[];
}): ReactElement | null => {
  const told = notice(props.user, props.roles);
  return told === null ? null : <NoticeBar intent={told.intent} title={told.text} />;
};
