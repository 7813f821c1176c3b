import type { AppError, ErrorCode } from '../errors.ts';
import { EXPLAIN_ACCESS } from './explain-access.ts';
import { EXPLAIN_BORDER } from './explain-border.ts';
import { EXPLAIN_DIRECTORY } from './explain-directory.ts';
import { EXPLAIN_CONSENT } from './explain-consent.ts';
import { EXPLAIN_DOCTOR } from './explain-doctor.ts';
import { EXPLAIN_NETWORK } from './explain-network.ts';
import { EXPLAIN_ROLES } from './explain-roles.ts';
import { EXPLAIN_ROTATION } from './explain-rotation.ts';
import { EXPLAIN_PORTABILITY } from './explain-portability.ts';
import { EXPLAIN_VAULT } from './explain-vault.ts';
import type { Explanation } from './explanation.ts';
import type { Explain } from './explanation-draft.ts';
import { sayParams } from './explanation-draft.ts';

/** One explanation for every code: leaving one out does not compile. */
const EXPLAIN: Readonly<Record<ErrorCode, Explain>> = {
  ...EXPLAIN_BORDER,
  ...EXPLAIN_VAULT,
  ...EXPLAIN_PORTABILITY,
  ...EXPLAIN_NETWORK,
  ...EXPLAIN_ACCESS,
  ...EXPLAIN_DIRECTORY,
  ...EXPLAIN_ROLES,
  ...EXPLAIN_ROTATION,
  ...EXPLAIN_CONSENT,
  ...EXPLAIN_DOCTOR,
};

/** Title, cause, code, remedies and actions of any expected failure. Pure; the same in the window and on the command line. */
export const explain = (error: AppError): Explanation => {
  const draft = EXPLAIN[error.code](sayParams(error.params), error);
  return {
    title: draft.title,
    cause: draft.cause,
    code: draft.code ?? error.code,
    remedies: draft.remedies,
    actions: draft.actions ?? [],
  };
};
