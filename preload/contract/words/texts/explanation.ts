import type { GraphPermission } from '../graph-permission.ts';

/** What a surface can offer beside the words of a remedy. A surface that cannot do one of them leaves it out. */
export type RemedyAction =
  /** An https page on the allow-list of main's link policy. */
  | { readonly id: 'open-link'; readonly label: string; readonly url: string }
  /** A command or value to take to another tool. */
  | { readonly id: 'copy'; readonly label: string; readonly text: string }
  | { readonly id: 'retry'; readonly label: string }
  | { readonly id: 'sign-in'; readonly label: string }
  /** Sign in as somebody else; who is signed in stays so. */
  | { readonly id: 'sign-in-other'; readonly label: string }
  /** Sign in for one permission of Microsoft Graph. */
  | { readonly id: 'allow-graph'; readonly label: string; readonly permission: GraphPermission }
  /** Store another secret or certificate for the app. */
  | { readonly id: 'add-credential'; readonly label: string }
  /** Create the application user in the environment. */
  | { readonly id: 'create-user'; readonly label: string }
  | { readonly id: 'enable-user'; readonly label: string }
  | { readonly id: 'add-role'; readonly label: string }
  /** Look at the application users of the environment. */
  | { readonly id: 'show-users'; readonly label: string }
  | { readonly id: 'open-settings'; readonly label: string }
  | { readonly id: 'edit-workspace'; readonly label: string };

/** An error in a person's words. */
export type Explanation = {
  /** One line, no full stop: what went wrong. */
  readonly title: string;
  /** Why, as far as it is known. */
  readonly cause: string;
  /** The code a person would search for: AADSTS…, 0x…, or ours. */
  readonly code: string;
  /** What to do, the most likely first. Never empty. */
  readonly remedies: readonly string[];
  readonly actions: readonly RemedyAction[];
};
