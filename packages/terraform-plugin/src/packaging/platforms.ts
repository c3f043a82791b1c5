/** Where a file that Node runs by its first line (`#!`) serves: everywhere but on Windows, which wants an `.exe`. */
export const SCRIPT_PLATFORMS = ['linux_amd64', 'linux_arm64', 'darwin_amd64', 'darwin_arm64'] as const;

/**
 * Terraform's name of a platform, which is Go's, of Node's two.
 *
 * @example
 * platformOf('win32', 'x64'); // 'windows_amd64'
 */
export function platformOf(os: string = process.platform, arch: string = process.arch): string {
  return `${{ win32: 'windows' }[os] ?? os}_${{ x64: 'amd64', ia32: '386' }[arch] ?? arch}`;
}
