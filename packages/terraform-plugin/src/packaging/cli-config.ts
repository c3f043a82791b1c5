/** A CLI configuration that takes `sources` from the mirror and all else from where it always comes. */
export function cliConfig(directory: string, sources: readonly string[]): string {
  const list = JSON.stringify(sources);
  return [
    'provider_installation {',
    '  filesystem_mirror {',
    `    path    = ${JSON.stringify(directory)}`,
    `    include = ${list}`,
    '  }',
    '  direct {',
    `    exclude = ${list}`,
    '  }',
    '}',
    '',
  ].join('\n');
}
