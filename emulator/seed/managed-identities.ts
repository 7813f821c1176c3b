import { issueCertificate, thumbprintsOf } from '../directory/certificate.ts';
import type { ManagedIdentity, ServicePrincipal } from '../directory/records.ts';
import { guidOf } from './deterministic.ts';
import { tenants } from './tenants.ts';

const day = 86_400_000;
const group = `/subscriptions/${guidOf('subscription', 'contoso')}/resourcegroups/contoso-integration/providers`;

/** What the machine of the story has: an identity of its own, and one that it shares with others. */
const plans: readonly (ManagedIdentity & { readonly name: string })[] = [
  {
    name: 'contoso-batch-vm',
    assigned: 'system',
    resourceId: `${group}/Microsoft.Compute/virtualMachines/contoso-batch-vm`,
  },
  {
    name: 'contoso-nightly-export',
    assigned: 'user',
    resourceId: `${group}/Microsoft.ManagedIdentity/userAssignedIdentities/contoso-nightly-export`,
  },
];

/** Their service principals at Contoso, each with the certificate that the platform proves it with, valid for ninety days (Learn: managed identities FAQ). */
export async function seedManagedIdentities(now: number): Promise<readonly ServicePrincipal[]> {
  return Promise.all(
    plans.map(async ({ name, ...managedIdentity }): Promise<ServicePrincipal> => {
      const [start, end] = [now - 30 * day, now + 60 * day];
      const issued = await issueCertificate({ commonName: name, start, end, use: 'client' });
      const { sha1, sha256 } = thumbprintsOf(issued.certificatePem);
      return {
        objectId: guidOf('service principal', name),
        appId: guidOf('managed identity', name),
        tenantId: tenants.contoso.id,
        displayName: name,
        ownerTenantId: tenants.contoso.id,
        enabled: true,
        createdOn: now - 90 * day,
        assignmentRequired: false,
        blocked: false,
        secrets: [],
        certificates: [
          {
            keyId: guidOf('certificate', name),
            displayName: `CN=${name}`,
            certificatePem: issued.certificatePem,
            // The platform alone has it.
            privateKeyPem: null,
            thumbprintSha1: sha1,
            thumbprintSha256: sha256,
            start,
            end,
          },
        ],
        owners: [],
        described: {},
        managedIdentity,
      };
    }),
  );
}
