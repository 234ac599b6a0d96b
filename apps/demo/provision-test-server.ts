import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.js';
import { downloadBySdk } from './download-by-sdk.js';
import { findProgram, isProgram } from './find-program.js';
import { runTool, type Say } from './run-tool.js';
import { toolVersions } from './tool-versions.js';

/**
 * Path of Temporal's time-skipping test server, for the workflow tests. In this order: `TEMPORAL_TEST_SERVER`, the
 * cache, the SDK's download, Maven Central (33 MB; needs Maven, and Java to run it).
 * @throws Error with what was tried and what to install.
 */
export async function provisionTestServer(say: Say): Promise<string> {
  const named = process.env['TEMPORAL_TEST_SERVER'];
  if (named) {
    if (await isProgram(named)) return named;
    throw new Error(`TEMPORAL_TEST_SERVER=${named} is not a program that can be run.`);
  }
  const version = toolVersions.temporalTestServer;
  const folder = join(cacheFolder(), `temporal-test-server-${version}`);
  const cached = join(folder, 'temporal-test-server');
  if (await isProgram(cached)) return cached;

  await mkdir(folder, { recursive: true });
  const downloadProblem = await downloadBySdk('test-server', `v${version}`, cached, say);
  if (downloadProblem === undefined) return cached;
  say(`The time-skipping test server could not be downloaded: ${downloadProblem.split('\n')[0]}.`);
  const mavenProblem = await copyFromMaven(version, folder, cached, say);
  if (mavenProblem === undefined) return cached;
  throw new Error(
    [
      'The time-skipping test server could not be provided.',
      `- Download: ${downloadProblem.split('\n')[0]}.`,
      `- Maven: ${mavenProblem}`,
      'Install Java 17 or later and Maven (Debian: apt-get install default-jre-headless maven) and try again; or set TEMPORAL_TEST_SERVER to the program.',
    ].join('\n'),
  );
}

async function copyFromMaven(
  version: string,
  folder: string,
  target: string,
  say: Say,
): Promise<string | undefined> {
  const [maven, java] = [await findProgram('mvn'), await findProgram('java')];
  if (maven === undefined || java === undefined) {
    return `${[maven ?? 'Maven (mvn)', java ?? 'Java (java)'].filter((name) => !name.startsWith('/')).join(' and ')} not installed.`;
  }
  const work = `${target}.maven-${process.pid}`;
  try {
    await mkdir(work, { recursive: true });
    await writeFile(join(work, 'pom.xml'), pom(version));
    say(`Fetching the time-skipping test server ${version} from Maven Central (33 MB), only this once ...`);
    const result = await runTool({
      command: maven,
      args: ['--batch-mode', '--quiet', 'dependency:copy-dependencies', '-DoutputDirectory=lib'],
      workingFolder: work,
      doing: 'Fetching the test server',
      say,
      limitSeconds: 600,
    });
    if (!result.ok) return `"mvn dependency:copy-dependencies" failed: ${result.reason}`;
    const jars = await readdir(join(work, 'lib'));
    if (!jars.includes(`temporal-test-server-${version}.jar`)) return 'Maven fetched no test server.';
    await rm(join(folder, 'lib'), { recursive: true, force: true });
    await rename(join(work, 'lib'), join(folder, 'lib'));
    // The program is written last: its presence means that everything is there.
    await writeFile(`${target}.new`, startScript);
    await chmod(`${target}.new`, 0o755);
    await rename(`${target}.new`, target);
    say('The time-skipping test server is ready.');
    return undefined;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const startScript = `#!/bin/sh
exec java -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"
`;

function pom(version: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>capofila</groupId>
  <artifactId>test-server</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${version}</version>
    </dependency>
  </dependencies>
</project>
`;
}
