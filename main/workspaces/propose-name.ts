import type { FoundTenant } from './find-tenant.ts';

/** What environments are called after the client's name. */
const STAGES =
  /-(?:dev|development|test|uat|sit|prod|production|sandbox|demo|hotfix|staging|train(?:ing)?)\d*$/;

/** A name for the workspace of a tenant, from the domain or environment by which it was found; empty when that says nothing. */
export const proposeName = ({ domain, url }: Pick<FoundTenant, 'domain' | 'url'>): string => {
  const host = domain ?? (url === null ? '' : new URL(url).hostname);
  const words = (host.split('.')[0] ?? '').replace(STAGES, '').split('-');
  return words
    .filter((word) => word !== '')
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join(' ');
};
