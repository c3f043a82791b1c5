import { layMirror } from './index.js';

/** `npm run mirror -- <directory>` at the top of the repository. */
async function main(): Promise<void> {
  const [directory] = process.argv.slice(2);
  if (!directory) throw new Error('say where: npm run mirror -- <directory>');
  const { configFile } = await layMirror({ directory });
  console.log(`export TF_CLI_CONFIG_FILE=${configFile}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
