import { expect, test } from 'vitest';
import { explainText } from '../../../main/doctor/explain/explain-text.ts';
import { findingActions } from '../../../renderer/screens/doctor/explain/finding-actions.ts';
import { credential, profileWith, workspaceId } from '../query/app-profile.ts';
import { environmentNamed } from '../dataverse/local-environments.ts';

const profile = profileWith([credential(1)]);
const environment = environmentNamed('contoso', 1);
const known = { workspaceId, profiles: [profile], environments: [environment] };
const actions = (text: string) =>
  explainText(text).findings.flatMap((finding) => findingActions(finding, known));

test('A missing privilege leads to the roles that grant it, and to the doctor with table and verb', () => {
  const id = 'a1b2c3d4-1111-4222-8333-444455556666';
  const found = actions(`Principal user (Id=${id}, type=8) is missing prvReadAccount privilege (Id=${id})`);
  expect(found.map(({ place }) => [place.page, place.params])).toEqual([
    ['security-roles', { view: 'who', ask: 'prvReadAccount' }],
    ['doctor', { tab: 'diagnose', verb: 'Read', question: 'account' }],
  ]);
});

test('An app of the workspace is opened with its credentials, and diagnosed where the text names an environment', () => {
  const found = actions(
    `AADSTS7000215: Invalid client secret provided for app '${profile.clientId}'. scope 'https://contoso.crm.demo.test/.default'`,
  );
  expect(found.map(({ place }) => [place.page, place.params])).toEqual([
    ['applications', { app: profile.id, tab: 'credentials' }],
    ['doctor', { tab: 'diagnose', app: profile.id, environments: environment.id, do: 'run' }],
  ]);
  expect(found.at(-1)?.label).toContain(profile.name);
});

test('What nothing can be done about here has no button', () => {
  expect(actions('HTTP/1.1 429 Too Many Requests\nRetry-After: 30')).toEqual([]);
});
