/** The command line is wrong; nothing was done. */
export class UsageError extends Error {}

export const HELP = `terraform-plugin <command> [options]

  build <entry.ts> --out FILE          bundles a provider into one file that Node runs (needs esbuild)
      --condition NAME                 a condition of "exports" that holds; may be given again

  package --out DIR                    archives for every platform, manifest, checksums, signature (needs yazl)
      --address acme/thing --version 1.2.3
      --program FILE                   one script for Linux and macOS, or again and again linux_amd64=FILE
      --key KEY                        signs the checksums with this key of gpg
      --mirror DIR                     lays the release out as a filesystem mirror too

  mirror --out DIR                     lays one program out as a filesystem mirror for this machine
      --address acme/thing --version 1.2.3 --program FILE
      --platform linux_arm64           for another one

  docs <entry.ts>                      writes the pages that a registry shows (needs esbuild)
      --program FILE                   of a program that is built already, in place of its source
      --out docs --examples examples --templates templates
      --check                          writes nothing; exits 1 and says which pages are stale
      --condition NAME

  --json                               prints what was made as JSON
  --help, -h

Exit codes: 0 done, 1 it could not be done, 2 the command line is wrong.
`;
