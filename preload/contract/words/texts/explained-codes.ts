import { AADSTS_APP } from './aadsts-app.ts';
import { AADSTS_MORE } from './aadsts-more.ts';
import { AADSTS_PERSON } from './aadsts-person.ts';
import { DATAVERSE_CODES } from './dataverse-codes.ts';
import { DATAVERSE_MORE } from './dataverse-more.ts';

/** True when a number of Entra has words of its own. */
export const isExplainedNumber = (number: string): boolean =>
  number in AADSTS_APP || number in AADSTS_PERSON || number in AADSTS_MORE;

/** True when a normalised code of Dataverse has words of its own. */
export const isExplainedCode = (hex: string): boolean => hex in DATAVERSE_CODES || hex in DATAVERSE_MORE;
