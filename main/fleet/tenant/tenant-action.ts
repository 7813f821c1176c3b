import type { PlanStep } from '../../../preload/contract/fleet.ts';
import type { AppProfileId, CredentialId } from '../../../preload/contract/words/ids.ts';
import type { SignInAudience } from '../../../preload/contract/words/status.ts';

/** Something that is done only while the profile uses this credential. */
type Guarded = {
  readonly onlyWhile: { readonly appProfileId: AppProfileId; readonly uses: CredentialId } | null;
};

/** Where a new credential goes, and which one stays in use until it is put in its place. */
type Made = {
  readonly appProfileId: AppProfileId;
  readonly credentialId: CredentialId;
  readonly label: string;
  readonly endsOn: string;
  readonly staysInUse: CredentialId | null;
  /** The plan has warned that the vault keeps it for this session only. */
  readonly forSession?: boolean;
};

/** What a step in a tenant or on this machine does, in ids. The app it is about is that of the plan. */
export type TenantAction =
  | {
      readonly kind: 'create-application';
      readonly name: string;
      readonly audience: SignInAudience;
      readonly publicRedirect: boolean;
      /** Object ids of apps that had the name before. */
      readonly known: readonly string[];
      /** Object id of the one that an interrupted run made: it is used, and no second one made. */
      readonly adopts: string | null;
    }
  | { readonly kind: 'create-service-principal' }
  | { readonly kind: 'enable-service-principal' }
  | { readonly kind: 'disable-service-principal' }
  | { readonly kind: 'register-management-application' }
  | { readonly kind: 'unregister-management-application' }
  | { readonly kind: 'add-profile'; readonly appProfileId: AppProfileId; readonly name: string }
  /** `known`: key ids that were there before; another one of the same name is left over from a broken try. */
  | (Made & { readonly kind: 'add-secret'; readonly known: readonly string[] })
  | (Made & { readonly kind: 'generate-certificate'; readonly keyBits: number; readonly name: string })
  | {
      readonly kind: 'upload-certificate';
      readonly appProfileId: AppProfileId;
      readonly credentialId: CredentialId;
      readonly label: string;
    }
  | (Guarded & { readonly kind: 'remove-secret'; readonly keyId: string })
  | (Guarded & { readonly kind: 'remove-certificate'; readonly keyId: string })
  | {
      readonly kind: 'use-credential';
      readonly appProfileId: AppProfileId;
      readonly credentialId: CredentialId;
      readonly retires: CredentialId | null;
    }
  | (Guarded & {
      readonly kind: 'forget-credential';
      readonly appProfileId: AppProfileId;
      readonly credentialId: CredentialId;
    })
  | {
      readonly kind: 'await-credential';
      readonly appProfileId: AppProfileId;
      readonly credentialId: CredentialId;
    };

/** Whether the action changes something in Microsoft Graph, and not only on this machine or in Power Platform. */
export const changesDirectory = ({ kind }: TenantAction): boolean => {
  switch (kind) {
    case 'create-application':
    case 'create-service-principal':
    case 'enable-service-principal':
    case 'disable-service-principal':
    case 'add-secret':
    case 'upload-certificate':
    case 'remove-secret':
    case 'remove-certificate':
      return true;
    case 'register-management-application':
    case 'unregister-management-application':
    case 'add-profile':
    case 'generate-certificate':
    case 'use-credential':
    case 'forget-credential':
    case 'await-credential':
      return false;
  }
};

/** A step of a tenant in words and in ids. */
export type PlannedTenantStep = { readonly step: PlanStep; readonly action: TenantAction };

/** Builds one; ids of steps only have to differ within a plan. */
export const tenantStep = (
  action: TenantAction,
  words: Pick<PlanStep, 'subject' | 'before' | 'after'>,
  risks: PlanStep['risks'] = [],
): PlannedTenantStep => {
  const about =
    'keyId' in action ? `/${action.keyId}` : 'credentialId' in action ? `/${action.credentialId}` : '';
  return { step: { id: `tenant/${action.kind}${about}`, kind: action.kind, ...words, risks }, action };
};
