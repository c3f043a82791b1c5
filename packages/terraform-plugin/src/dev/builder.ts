import { statSync } from 'node:fs';
import type { BuildContext, Plugin } from 'esbuild';
import { type BuildOptions, bundling, loadEsbuild } from '../packaging/build.js';

export interface BuilderHooks {
  /** The bundle of a build that went well. The next build waits for it. */
  built(bundle: string): Promise<void>;
  /** Why a build went wrong, for people. */
  failed(errors: string): void;
}

type Versions = ReadonlyMap<string, string | undefined>;

/** Of a file that may have changed since it was read the version is unknown: file systems' clocks are up to 10 ms behind. */
function versionsOf(paths: readonly string[], readAt: number): Versions {
  const found = paths.map((path) => [path, statSync(path, { throwIfNoEntry: false })?.mtimeMs] as const);
  // What is no file is made by the bundler itself.
  const files = found.filter((one): one is readonly [string, number] => one[1] !== undefined);
  return new Map(files.map(([path, changedAt]) => [path, changedAt < readAt - 20 ? versionOf(path) : undefined]));
}

function versionOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found && `${found.mtimeNs} ${found.size} ${found.ino}`;
}

/** Builds a provider again when its sources change, and whenever it is asked to. */
export class Builder {
  #context: BuildContext | undefined;
  #builds = 0;
  /** What the last build read, if it went well and none is under way. */
  #read: Versions | undefined;

  private constructor(readonly hooks: BuilderHooks) {}

  static async start({ entry, conditions = [], outfile }: BuildOptions, hooks: BuilderHooks): Promise<Builder> {
    const { context, formatMessages } = await loadEsbuild();
    const builder = new Builder(hooks);
    const told: Plugin = {
      name: 'told',
      setup(build) {
        let startedAt = 0;
        build.onStart(() => {
          builder.#builds += 1;
          builder.#read = undefined;
          startedAt = Date.now();
        });
        build.onEnd(async ({ errors, outputFiles, metafile }) => {
          const options = { kind: 'error', color: process.stderr.isTTY === true } as const;
          if (errors.length > 0) return hooks.failed((await formatMessages(errors, options)).join('').trimEnd());
          await hooks.built(outputFiles![0]!.text);
          builder.#read = versionsOf(Object.keys(metafile!.inputs), startedAt);
        });
      },
    };
    builder.#context = await context({
      ...bundling({ entry, conditions }),
      outfile,
      write: false,
      sourcemap: 'inline',
      sourcesContent: false,
      metafile: true,
      inject: [require.resolve('./inject.js')],
      logLevel: 'silent',
      plugins: [told],
    });
    return builder;
  }

  async watch(): Promise<void> {
    await this.#context?.watch();
  }

  /** Builds what the sources say now, unless that is built. A build that is under way does not count: it may have read them before. */
  async refresh(): Promise<void> {
    if (this.#fresh()) return;
    for (const before = this.#builds; this.#builds === before; ) await this.#context?.rebuild().catch(() => {});
  }

  #fresh(): boolean {
    const read = this.#read && [...this.#read];
    return read?.every(([path, version]) => version !== undefined && versionOf(path) === version) ?? false;
  }

  async dispose(): Promise<void> {
    await this.#context?.dispose();
  }
}
