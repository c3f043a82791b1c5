import type { NativeSize } from './native-size.js';
import { formatScs, parseScs } from './scs.js';

/**
 * The strongest SCS flavour name that a vendor's own type satisfies; null where it is too small for one. A flavour may understate and
 * never overstate (SCS-0100 v3, docs.scs.community, read 2026-11): memory is rounded down to halves of a GiB, and a dedicated CPU is
 * a thread (`T`), since no vendor says that it is a core. What kind of disk it has is not told, so the name leaves it open.
 *
 * @example
 * scsName({ id: 'ccx13', vcpus: 2, memoryGib: 8, diskGib: 80, architecture: 'x86', cpu: 'dedicated' }); // 'SCS-2T-8-80'
 */
export function scsName(
  size: Pick<NativeSize, 'id' | 'vcpus' | 'memoryGib' | 'diskGib' | 'architecture' | 'cpu'>,
): string | null {
  // A cloud that follows the standard says more in its own name than we could find out.
  const own = parseScs(size.id);
  if (own) return formatScs(own);
  const vcpus = Math.floor(size.vcpus);
  const memoryGib = Math.floor(size.memoryGib * 2) / 2;
  const diskGib = Math.floor(size.diskGib ?? 0);
  if (vcpus < 1 || memoryGib <= 0) return null;
  return formatScs({
    vcpus,
    cpu: size.cpu === 'dedicated' ? 'T' : 'V',
    insecure: false,
    memoryGib,
    noEcc: false,
    oversubscribed: false,
    disk: diskGib > 0 ? { count: 1, sizeGib: diskGib, type: null } : null,
    architecture: size.architecture,
    extensions: size.architecture === 'arm' ? '_a' : '',
  });
}
