import { ServiceFault } from './service-fault.ts';

/** InvalidSolutionUniqueName. */
export const invalidUniqueName = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004F002',
    'Invalid character specified for solution unique name. Only characters within the ranges [A-Z], [a-z], [0-9] or _ are allowed. The first character may only be in the ranges [A-Z], [a-z] or _.',
  );

/** RestrictedSolutionName. */
export const restrictedName = (name: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004F022',
    `The solution unique name '${name}' is restricted and can only be used by internal solutions.`,
  );

/** SolutionUniqueNameViolation. */
export const uniqueNameTaken = (name: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004F023',
    `The solution unique name '${name}' is already being used and cannot be used again.`,
  );

/** InvalidSolutionVersion. */
export const invalidVersion = (): ServiceFault =>
  new ServiceFault(400, '0x8004F01E', 'An invalid solution version was specified.');

/** CannotSelectReadOnlyPublisher. The text has two blanks. */
export const readOnlyPublisher = (): ServiceFault =>
  new ServiceFault(400, '0x8004F034', 'Attempting to  select a readonly publisher for solution.');

/** CannotUpdateManagedSolution. */
export const managedSolutionFixed = (name: string): ServiceFault =>
  new ServiceFault(400, '0x8004F024', `Cannot update solution '${name}' because it is a managed solution.`);

/** CannotUpdateRestrictedSolution. */
export const restrictedSolutionFixed = (name: string): ServiceFault =>
  new ServiceFault(400, '0x8004F00A', `Restricted solution (${name}) cannot be updated.`);

/** CannotDeleteRestrictedSolution. */
export const restrictedSolutionStays = (): ServiceFault =>
  new ServiceFault(400, '0x8004F005', 'Attempting to delete a restricted solution.');

/** InvalidPublisherUniqueName. */
export const publisherWithoutName = (): ServiceFault =>
  new ServiceFault(400, '0x8004F01C', 'Publisher uniquename is required.');

/** CannotUpdateReadOnlyPublisher. */
export const readOnlyPublisherFixed = (): ServiceFault =>
  new ServiceFault(400, '0x8004F033', 'Attempting to update a readonly publisher.');

/** CannotDeleteRestrictedPublisher. */
export const restrictedPublisherStays = (): ServiceFault =>
  new ServiceFault(400, '0x8004F006', 'Attempting to delete a restricted publisher.');

/** A solution that there is not; no page tells the code and the text for it. */
export const solutionMissing = (name: string): ServiceFault =>
  new ServiceFault(404, '0x80040217', `The solution with unique name '${name}' does not exist.`);

/** CannotRemoveComponentFromDefaultSolution, CannotRemoveComponentFromSystemSolution. */
export const componentStays = (from: 'Default' | 'System'): ServiceFault =>
  new ServiceFault(
    400,
    from === 'Default' ? '0x8004F000' : '0x8004F035',
    `A Solution Component cannot be removed from the ${from} Solution.`,
  );

/** CannotRemoveComponentFromSolution. */
export const componentNotIn = (id: string, type: number, solution: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004F021',
    `Cannot find solution component ${type} ${id} in solution ${solution}.`,
  );
