import { exampleKey } from './example.js';
import { keyId, keyIn } from './key-id.js';

it('an id holds the whole key, whatever stands in its blob', () => {
  for (let i = 0; i < 50; i += 1) {
    const [type, blob] = exampleKey(`key-${i}`).split(' ');
    const id = keyId('deploy', `${type} ${blob} me@work`);
    expect(id.split('/')).toHaveLength(3);
    expect(keyIn(id)).toEqual({ name: 'deploy', publicKey: `${type} ${blob}` });
    // As somebody would paste it.
    expect(keyIn(`deploy/${type}/${blob}`)).toEqual(keyIn(id));
  }
});

it.each(['00c4e1a2-0000-4000-8000-000000000000', 'deploy/ssh-ed25519/AAAA', '/ssh-ed25519/x', ''])(
  '%j is none',
  (id) => {
    expect(() => keyIn(id)).toThrow('no id of an SSH key here');
  },
);
