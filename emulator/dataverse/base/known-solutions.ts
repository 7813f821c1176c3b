/** Ids of what every environment has, the same everywhere. */
export const microsoftPublisher = 'd21aab70-79e7-11dd-8874-00188b01e34f';
export const defaultPublisher = 'd21aab71-79e7-11dd-8874-00188b01e34f';

/** The system solution, the active layer of what is not managed, and the default solution (Learn: "Solution layers"). */
export const systemSolution = 'fd140aad-4df4-11dd-bd17-0019b9312238';
export const activeSolution = 'fd140aae-4df4-11dd-bd17-0019b9312238';
export const defaultSolution = 'fd140aaf-4df4-11dd-bd17-0019b9312238';
