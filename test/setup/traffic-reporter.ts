import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { judgeLog } from '../referees/spec/judge-log.js';
import { MISSING, Referee } from '../referees/spec/referee.js';

const RECORDER = join(__dirname, 'record-http.cjs');

/** Has all tests record what they exchange with clouds, and fails the run where that is not what the vendors describe. */
class TrafficReporter {
  private readonly referee = Referee.available() ? new Referee() : undefined;
  private folder = '';

  onRunStart(): void {
    if (!this.referee) return void process.stderr.write(`${MISSING}\n`);
    this.folder = mkdtempSync(join(tmpdir(), 'hansa-traffic-'));
    // Also where the run is broken off.
    process.once('exit', () => rmSync(this.folder, { recursive: true, force: true }));
    process.env['HANSA_TRAFFIC_FOLDER'] = this.folder;
    recordOpenStack(join(this.folder, 'a real OpenStack'));
  }

  /** Judged while other tests run, and removed: all logs together take some hundred megabytes. */
  async onTestFileResult({ path }: { path: string }): Promise<void> {
    const name = this.logs().find((log) => path.endsWith(decodeURIComponent(log)));
    if (name) await this.judge(name);
  }

  async onRunComplete(): Promise<void> {
    if (!this.referee) return;
    for (const name of this.logs()) await this.judge(name);
    if (this.referee.exchanges > 0) process.stderr.write(`\n${this.referee.summary().join('\n')}\n`);
  }

  getLastError(): Error | undefined {
    const count = this.referee?.violations.length ?? 0;
    return count > 0 ? new Error(`${count} times traffic was not as the vendors describe it`) : undefined;
  }

  private logs(): string[] {
    return existsSync(this.folder) ? readdirSync(this.folder) : [];
  }

  private async judge(name: string): Promise<void> {
    const file = join(this.folder, name);
    await judgeLog(this.referee!, file, decodeURIComponent(name));
    rmSync(file, { force: true });
  }
}

/** A real OpenStack keeps no log for us: every Node process that the tests start records what it says to it. */
function recordOpenStack(file: string): void {
  const clouds = process.env['HANSA_TEST_OPENSTACK'];
  if (!clouds) return;
  const { clouds: entries } = parse(readFileSync(clouds, 'utf8')) as {
    clouds: Record<string, { auth?: { auth_url?: string } }>;
  };
  const urls = Object.values(entries).flatMap(({ auth }) => auth?.auth_url ?? []);
  process.env['HANSA_TRAFFIC_OPENSTACK'] = [...new Set(urls)].join(',');
  process.env['HANSA_TRAFFIC_LOG'] = file;
  process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} --require ${JSON.stringify(RECORDER)}`.trim();
  require(RECORDER);
}

module.exports = TrafficReporter;
