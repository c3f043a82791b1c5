import { DiagnosticError } from '../../framework/diagnostics.js';

/** What is compiled for one platform, in the words of Bun and of its packages. */
export interface Target {
  /** `bun-linux-arm64` */
  readonly name: string;
  /** The package that holds its executable. */
  readonly packageName: string;
  /** Where it lies in there. */
  readonly executable: string;
}

const SYSTEMS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', windows: 'windows' };
const PROCESSORS: Readonly<Record<string, readonly [name: string, packaged: string]>> = {
  amd64: ['x64', 'x64'],
  arm64: ['arm64', 'aarch64'],
};

/** What a provider can be compiled for. */
export const COMPILED_PLATFORMS = Object.keys(SYSTEMS)
  .flatMap((os) => Object.keys(PROCESSORS).map((arch) => `${os}_${arch}`))
  .sort();

/** Throws a {@link DiagnosticError} on a platform that is none of {@link COMPILED_PLATFORMS}. */
export function targetOf(platform: string, musl = false): Target {
  const [os = '', arch = ''] = platform.split('_');
  const [system, processor] = [SYSTEMS[os], PROCESSORS[arch]];
  if (system === undefined || processor === undefined || !COMPILED_PLATFORMS.includes(platform)) {
    throw new DiagnosticError(`"${platform}" cannot be compiled for`, {
      detail: `Use ${COMPILED_PLATFORMS.join(', ')}.`,
    });
  }
  const libc = musl && system === 'linux' ? '-musl' : '';
  return {
    name: `bun-${system}-${processor[0]}${libc}`,
    packageName: `@oven/bun-${system}-${processor[1]}${libc}`,
    executable: system === 'windows' ? 'bin/bun.exe' : 'bin/bun',
  };
}
