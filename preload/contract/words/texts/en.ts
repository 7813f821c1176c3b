/** All words that the window and the command line share, in English. A second language is a second file like this. */
export { explain } from './explain.ts';
export type { Explanation, RemedyAction } from './explanation.ts';
export * from './labels.ts';
export * from './application-users.ts';
export * from './applications.ts';
export * from './clouds.ts';
export * from './query-lab.ts';
export * from './security-roles.ts';
export * from './activity.ts';
export * from './environments.ts';
export * from './expiry.ts';
export * from './home.ts';
export * from './settings.ts';
export * from './shell.ts';
export * from './sign-in.ts';
export * from './workspaces.ts';
