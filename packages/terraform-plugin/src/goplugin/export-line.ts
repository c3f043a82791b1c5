/**
 * What a person types so that the next commands have this variable: for a POSIX shell, on Windows for PowerShell.
 *
 * @example
 * exportLine('TF_LOG', 'debug', 'linux'); // export TF_LOG='debug'
 */
export function exportLine(name: string, value: string, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return `$env:${name} = '${value.replaceAll("'", "''")}'`;
  return `export ${name}='${value.replaceAll("'", `'\\''`)}'`;
}
