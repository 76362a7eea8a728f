export type Answer = Readonly<Record<string, unknown>>;

/** One register outside: where it is asked, and what of its answer letters, forms and printed records take over. */
export interface Source {
  /** As the clerk reads where a fact came from. */
  name: string;
  path: string;
  /** Fields of the answer that are kept. Nothing that identifies the person is among them. */
  keeps: readonly string[];
  /** The answer in one line. */
  words(status: string, answer: Answer): string;
}
