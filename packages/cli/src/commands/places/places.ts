import { askClouds, tellProblems } from '../../clouds/ask.js';
import { openClouds } from '../../clouds/configured.js';
import { print, printJson } from '../../output/print.js';
import { table } from '../../output/table.js';
import type { PlacesOptions } from './index.js';

export async function places({ cloud, json }: PlacesOptions): Promise<void> {
  const { hansa, ids, named } = await openClouds(cloud);
  const answers = await askClouds(hansa, ids, (one) => one.places());
  const list = answers.values.flatMap(({ cloud, value }) =>
    value.map(({ id, country, city = null, scopes }) => ({ cloud, place: id, country, city, ...scopes })),
  );
  if (json) printJson({ places: list, problems: answers.problems });
  else if (list.length > 0) {
    const titles = ['cloud', 'place', 'region', 'area', 'country', 'city'];
    const rows = list.map((p) => [p.cloud, p.place, p.region, p.area, p.country ?? 'unknown', p.city ?? '']);
    print(
      table(
        titles.map((title) => ({ title })),
        rows,
      ),
    );
  }
  tellProblems(answers, named);
}
