/**
 * Versions of the programs that npm does not install, each in one place. (PostgreSQL comes from npm: its version is
 * in package.json.)
 */
export const toolVersions = {
  /**
   * Temporal CLI, with the development server and its Web UI. Later versions carry a `replace` directive in go.mod,
   * so `go install` refuses them.
   */
  temporalCli: '1.5.1',
  /** Temporal's Java test server with time skipping, from Maven Central. */
  temporalTestServer: '1.32.0',
} as const;
