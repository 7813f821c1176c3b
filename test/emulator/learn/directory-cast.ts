import { createPrivateKey, X509Certificate } from 'node:crypto';
import { SignJWT } from 'jose';
import { z } from 'zod';
import { issueCertificate } from '../../../emulator/directory/certificate.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { askGraph, people } from '../graph/graph-rig.ts';
import type { Cast } from './examples.ts';

const day = 86_400_000;
const keyShape = z.array(z.looseObject({ keyId: z.string() }));
const grantShape = z.array(z.looseObject({ id: z.string() }));
const esther = 'esther.mulder@contoso.demo.test';

/** What stands here for the things that examples of Graph name; each is made when it is first named. */
export function directoryCast(cloudOf: () => DemoCloud, tokenOf: () => string): Cast {
  const ask = async (request: string, body?: unknown) =>
    (await askGraph(cloudOf(), tokenOf(), request, body)).json;
  const made = new Map<string, Promise<Record<string, unknown>>>();
  const once = (name: string, make: () => Promise<Record<string, unknown>>) => {
    const existing = made.get(name) ?? make();
    made.set(name, existing);
    return existing;
  };
  const textOf = async (object: Promise<Record<string, unknown>>, property = 'id'): Promise<string> =>
    String((await object)[property]);

  const newApplication = (more: Record<string, unknown> = {}) =>
    ask('POST applications', { displayName: 'Application of an example', ...more });
  const certificate = (commonName: string) =>
    issueCertificate({ commonName, start: Date.now() - day, end: Date.now() + 100 * day, use: 'client' });
  const certificates = { first: certificate('First'), other: certificate('Other') };
  const rawOf = ({ certificatePem }: { readonly certificatePem: string }): string =>
    new X509Certificate(certificatePem).raw.toString('base64');

  const application = () => once('application', newApplication);
  const withSecret = () =>
    once('application with a secret', async () => {
      const { id } = await newApplication();
      const { keyId } = await ask(`POST applications/${String(id)}/addPassword`, {});
      return { id, keyId };
    });
  const withCertificate = () =>
    once('application with a certificate', async () =>
      newApplication({
        keyCredentials: [
          { type: 'AsymmetricX509Cert', usage: 'Verify', key: rawOf(await certificates.first) },
        ],
      }),
    );
  const principalWithCertificate = () =>
    once('service principal with a certificate', async () => {
      const { appId } = await newApplication();
      const { id } = await ask('POST servicePrincipals', { appId });
      const key = rawOf(await certificates.first);
      const keyCredentials = [{ type: 'AsymmetricX509Cert', usage: 'Verify', key }];
      await ask(`PATCH servicePrincipals/${String(id)}`, { keyCredentials });
      return { id };
    });
  const proof = async (holder: Promise<Record<string, unknown>>): Promise<string> =>
    new SignJWT({})
      .setProtectedHeader({ alg: 'RS256' })
      .setAudience('00000002-0000-0000-c000-000000000000')
      .setIssuer(await textOf(holder))
      .setNotBefore('0s')
      .setExpirationTime('10m')
      .sign(createPrivateKey((await certificates.first).privateKeyPem));
  const withPermissions = () =>
    once('application with permissions', () =>
      newApplication({
        requiredResourceAccess: [
          {
            resourceAppId: '00000003-0000-0000-c000-000000000000',
            resourceAccess: [{ id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', type: 'Scope' }],
          },
        ],
      }),
    );
  const withoutPrincipal = () => once('application without a service principal', newApplication);
  const otherWithoutPrincipal = () => once('another application without a service principal', newApplication);
  const principal = () =>
    once('service principal', async () => {
      const { appId } = await newApplication();
      const made = await ask('POST servicePrincipals', { appId });
      await ask('POST oauth2PermissionGrants', {
        clientId: made['id'],
        consentType: 'Principal',
        principalId: await textOf(person(people.bram)),
        resourceId: await textOf(graph()),
        scope: 'User.Read',
      });
      await ask(`POST servicePrincipals/${String(made['id'])}/appRoleAssignments`, {
        principalId: made['id'],
        resourceId: await textOf(graph()),
        appRoleId: '5b567255-7703-4780-807c-7be8301ae99b',
      });
      return made;
    });
  const graph = () =>
    once('Graph', () => ask("GET servicePrincipals(appId='00000003-0000-0000-c000-000000000000')"));
  const role = '0c0f8f4e-6d0a-4f9b-9b53-5a2b5f2f7c12';
  const api = () =>
    once('API', async () => {
      const appRoles = [
        {
          id: role,
          allowedMemberTypes: ['User', 'Application'],
          description: 'Reads',
          displayName: 'Reader',
          isEnabled: true,
          value: 'reader',
        },
      ];
      const { appId } = await newApplication({ appRoles });
      return ask('POST servicePrincipals', { appId });
    });
  const person = (username: string) => once(username, () => ask(`GET users/${username}`));

  const group = (name: string, members: () => Promise<readonly string[]>, kind = {}) =>
    once(name, async () =>
      ask('POST groups', {
        displayName: name,
        mailEnabled: false,
        mailNickname: name.replaceAll(' ', ''),
        securityEnabled: true,
        ...kind,
        'members@odata.bind': (await members()).map(
          (id) => `https://graph.microsoft.com/v1.0/directoryObjects/${id}`,
        ),
      }),
    );
  const unified = { groupTypes: ['Unified'], mailEnabled: true, securityEnabled: false };
  const noMembers = () => Promise.resolve([]);
  const innerGroup = () => group('inner group', async () => [await textOf(person(people.adele))]);
  const security = () =>
    group('security group', async () => [await textOf(person(people.bram)), await textOf(innerGroup())]);
  const deleted = () =>
    once('deleted group', async () => {
      const { id } = await ask('POST groups', {
        displayName: 'SampleGroup',
        mailNickname: 'Example',
        ...unified,
      });
      await ask(`DELETE groups/${String(id)}`);
      return { id };
    });

  const cast: Readonly<Record<string, () => Promise<string>>> = {
    'id of an application': () => textOf(application()),
    'appId of an application with permissions': () => textOf(withPermissions(), 'appId'),
    'appId of an application without a service principal': () => textOf(withoutPrincipal(), 'appId'),
    'appId of another application without a service principal': () =>
      textOf(otherWithoutPrincipal(), 'appId'),
    'id of an application with a secret': () => textOf(withSecret()),
    'keyId of its secret': () => textOf(withSecret(), 'keyId'),
    'id of an application with a certificate': () => textOf(withCertificate()),
    'another certificate': async () => rawOf(await certificates.other),
    'keyId of its other certificate': async () => {
      const path = `applications/${await textOf(withCertificate())}/keyCredentials`;
      return keyShape.parse((await ask(`GET ${path}`))['value'])[1]?.keyId ?? '';
    },
    'proof of its certificate': () => proof(withCertificate()),
    'id of a service principal with a certificate': () => textOf(principalWithCertificate()),
    'proof of the certificate of a service principal': () => proof(principalWithCertificate()),
    'id of a service principal': () => textOf(principal()),
    'appId of a service principal': () => textOf(principal(), 'appId'),
    'id of a service principal with a role': () => textOf(principal()),
    'id of the service principal of Graph': () => textOf(graph()),
    'id of the service principal of an API': () => textOf(api()),
    'id of the service principal of an app without roles': () => textOf(principal()),
    'id of the application app-65278': () => textOf(ask("GET applications(uniqueName='app-65278')")),
    'id of its role': () => Promise.resolve(role),
    'id of a person': () => textOf(person(people.bram)),
    'id of a person with a role': async () => {
      const [principalId, resourceId] = [await textOf(person(people.bram)), await textOf(principal())];
      const assignment = { principalId, resourceId, appRoleId: '00000000-0000-0000-0000-000000000000' };
      await once('role of a person', () => ask(`POST users/${principalId}/appRoleAssignments`, assignment));
      return principalId;
    },
    'id of a person in groups': async () => {
      const id = await textOf(person(people.bram));
      for (const name of ['A tier of people', 'B tier of people']) {
        const one = await textOf(group(name, () => Promise.resolve([id])));
        const resourceId = await textOf(principal());
        const assignment = {
          principalId: one,
          resourceId,
          appRoleId: '00000000-0000-0000-0000-000000000000',
        };
        await once(`role of ${name}`, () => ask(`POST groups/${one}/appRoleAssignments`, assignment));
      }
      return id;
    },
    'id of the grant of another person': async () => {
      const filter = `principalId eq '${await textOf(person(esther))}'`;
      return (
        grantShape.parse((await ask(`GET oauth2PermissionGrants?$filter=${filter}`))['value'])[0]?.id ?? ''
      );
    },
    'id of a person with a grant': async () => {
      await principal();
      return textOf(person(people.bram));
    },
    'id of another person': () => textOf(person(esther)),
    'id of the administrator': () => textOf(person(people.adele)),
    'id of a security group': () => textOf(security()),
    'id of another security group': () => textOf(group('empty group', noMembers)),
    'id of a Microsoft 365 group': () => textOf(group('unified group', noMembers, unified)),
    'id of a deleted group': () => textOf(deleted()),
  };
  return (name) => cast[name]?.() ?? Promise.resolve(name);
}
