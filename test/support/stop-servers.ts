/** Jest's globalTeardown for the project `real`; Jest asks for a default export. */
export default async function stopServers(): Promise<void> {
  await globalThis.capofilaTestServers?.stop();
}
