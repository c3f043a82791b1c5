import type { Architecture } from '../sizes/native-size.js';

/** A vendor's own image, with the `distro-version` name that it carries in the model. */
export interface NativeImage {
  /** The vendor's own id or label, as its create request takes it. */
  id: string;
  /**
   * `distro-version` in one spelling for all clouds: debian, ubuntu, fedora, almalinux, rocky, centos-stream, opensuse, arch, … with
   * the version as the distribution writes it (`debian-12`, `ubuntu-24.04`); null when it is none of the common distributions.
   */
  name: string | null;
  architecture: Architecture;
  /** Smallest root disk that it fits on, GiB, where the vendor says. */
  minDiskGib?: number;
  deprecated?: boolean;
}
