import type { PrivilegeDenied } from '../../dataverse/privilege-denied.ts';
import type { Sign } from './catalogue/sign.ts';

type At = { readonly at: number; readonly end: number };

/** Something in a text that speaks of an error, and where it stands. */
export type Signal =
  /** A number of Entra (AADSTS): as such, or by its message. */
  | (At & { readonly kind: 'entra'; readonly number: string; readonly by: 'number' | 'words' })
  /** A code of Dataverse: as a number, or by its name or message, which tells less surely. */
  | (At & { readonly kind: 'dataverse'; readonly hex: string; readonly by: 'number' | 'words' | 'name' })
  | (At & { readonly kind: 'denied'; readonly denied: PrivilegeDenied })
  /** A privilege by name, outside a message of its own. */
  | (At & { readonly kind: 'privilege'; readonly name: string })
  | (At & { readonly kind: 'sign'; readonly sign: Sign })
  /** An error name of OAuth 2.0. */
  | (At & { readonly kind: 'oauth'; readonly error: string })
  /** Of the form of an error code, and in no list. */
  | (At & { readonly kind: 'unknown'; readonly code: string });
