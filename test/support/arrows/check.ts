/** Prints every forbidden arrow and circle of the project; the exit code says whether there is one. */
import { projectRoot, readImports } from './read-imports.ts';
import { arrowProblem, circles } from './rules.ts';

const edges = await readImports(projectRoot, ['main', 'preload', 'renderer', 'emulator']);
const problems = [
  ...edges.flatMap((edge) => {
    const problem = arrowProblem(edge);
    return problem === null ? [] : [`${edge.from} → ${edge.to}: ${problem}`];
  }),
  ...circles(edges).map((circle) => `circle: ${circle.join(' → ')}`),
];
for (const problem of problems) console.error(problem);
console.log(`${edges.length} imports read, ${problems.length} wrong`);
process.exitCode = problems.length === 0 ? 0 : 1;
