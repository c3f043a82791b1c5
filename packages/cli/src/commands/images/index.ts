import type { Command } from 'commander';
import { examples, json } from '../../options.js';

export interface ImagesOptions {
  cloud: string;
  region?: string;
  json?: boolean;
}

export function declareImages(program: Command): void {
  program
    .command('images')
    .summary('images at a place')
    .description(
      "Lists the images that servers can be made of: by the model's name (debian-12), and the vendor's own id.",
    )
    .requiredOption('-c, --cloud <id>', 'the cloud')
    .option('-r, --region <region>', "place, vendor's region or country (default: the cloud's first place)")
    .addOption(json())
    .addHelpText('after', examples(['hansa images --cloud hetzner --region DE', 'what `image` may say there']))
    .action(async (options: ImagesOptions) => (await import('./images.js')).images(options));
}
