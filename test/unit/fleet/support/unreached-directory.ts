import { failed } from '../../../../preload/contract/words/errors.ts';
import type { Failed } from '../../../../preload/contract/words/errors.ts';
import type { TenantDirectory } from '../../../../main/directory/tenant-directory.ts';

const unreached = async (): Promise<Failed> => failed('not-available-here', { what: 'Microsoft Graph' });

/** Stands where a tenant's directory cannot be reached: every call says so. */
export const unreachedDirectory: TenantDirectory = {
  mayChange: unreached,
  application: unreached,
  applicationsNamed: unreached,
  createApplication: unreached,
  servicePrincipal: unreached,
  createServicePrincipal: unreached,
  setServicePrincipalEnabled: unreached,
  addSecret: unreached,
  removeSecret: unreached,
  addCertificate: unreached,
  removeCertificate: unreached,
};
