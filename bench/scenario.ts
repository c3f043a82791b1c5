/** One line of figures. Keys carry their unit: `wall s`, `RSS MiB`. Null is what could not be measured here. */
export interface Row {
  name: string;
  figures: Readonly<Record<string, number | null>>;
  /** What ours is to be seen against; measured in the same run wherever it can be. */
  yardstick?: boolean;
}

export interface Context {
  /** Says on stderr what goes on. */
  note(text: string): void;
}

/** One thing that is measured: a file in `scenarios/`. Figures, never pass or fail. */
export interface Scenario {
  name: string;
  /** One sentence: what is measured, and against what. */
  what: string;
  run(context: Context): Promise<Row[]>;
}

/** Thrown by a scenario that cannot be measured here, with what to do. */
export class Skipped extends Error {}

/** Declares a scenario. */
export function defineScenario(scenario: Scenario): Scenario {
  return scenario;
}
