const PREFIXES = /^(?:unManagedids|unManaged|Crm)/;

/** `UserNotAssignedRoles` as “user not assigned roles”: what the name of a code says by itself. */
export const nameInWords = (name: string): string =>
  name
    .replace(PREFIXES, '')
    .replaceAll('_', ' ')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .trim()
    .toLowerCase();
