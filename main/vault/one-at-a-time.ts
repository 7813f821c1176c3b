/** Runs tasks one after the other, in the order in which they were handed in; a failed one does not stop the next. */
export const oneAtATime = (): (<Value>(task: () => Promise<Value>) => Promise<Value>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task, task);
    last = run;
    return run;
  };
};
