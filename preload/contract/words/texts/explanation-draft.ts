import type { AppError } from '../errors.ts';
import { GRAPH_PERMISSIONS } from '../graph-permission.ts';
import type { Explanation, RemedyAction } from './explanation.ts';

/** An explanation before its code is known; `code` is given where the service has one of its own. */
export type ExplanationDraft = Omit<Explanation, 'code' | 'actions'> & {
  readonly code?: string;
  readonly actions?: readonly RemedyAction[];
};

/** Reads one param of an error as text; `otherwise` when it is missing or empty. */
export type Say = (name: string, otherwise?: string) => string;

/** The reader of an error's params. */
export const sayParams =
  (params: AppError['params']): Say =>
  (name, otherwise = '') => {
    const value = params[name];
    return value === undefined || value === '' ? otherwise : String(value);
  };

/** How one error code is explained. */
export type Explain = (say: Say, error: AppError) => ExplanationDraft;

/** Signing in for one permission of Microsoft Graph; the one that reads where the error names none. */
export const allowGraph = (say: Say): RemedyAction => ({
  id: 'allow-graph',
  label: 'Allow access to Microsoft Graph…',
  permission: GRAPH_PERMISSIONS.find((one) => one === say('permission')) ?? 'Application.Read.All',
});
export const RETRY: RemedyAction = { id: 'retry', label: 'Try again' };
export const SIGN_IN: RemedyAction = { id: 'sign-in', label: 'Sign in' };
export const SIGN_IN_OTHER: RemedyAction = { id: 'sign-in-other', label: 'Sign in with another account' };
export const ADD_CREDENTIAL: RemedyAction = { id: 'add-credential', label: 'Add a credential' };
export const CREATE_USER: RemedyAction = { id: 'create-user', label: 'Create the application user' };
export const ENABLE_USER: RemedyAction = { id: 'enable-user', label: 'Enable the application user' };
export const ADD_ROLE: RemedyAction = { id: 'add-role', label: 'Add a role' };
export const SHOW_USERS: RemedyAction = { id: 'show-users', label: 'Show application users' };
export const OPEN_SETTINGS: RemedyAction = { id: 'open-settings', label: 'Open Settings' };
export const EDIT_WORKSPACE: RemedyAction = { id: 'edit-workspace', label: 'Open workspace settings' };

/** A page of Microsoft Learn, which main's link policy allows. */
export const learn = (label: string, path: string): RemedyAction => ({
  id: 'open-link',
  label,
  url: `https://learn.microsoft.com/en-us/${path}`,
});
