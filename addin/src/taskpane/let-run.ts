/** Lets work go on whose outcome shows elsewhere: react-query keeps success and failure with the query. */
export function letRun(work: Promise<unknown>): void {
  work.catch(() => {
    // Answered where the query is shown.
  });
}
