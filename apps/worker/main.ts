import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readConfiguration } from './src/configuration.js';
import { startWorker } from './src/start-worker.js';
import { WorkerModule } from './src/worker.module.js';

const configuration = readConfiguration(process.env);
const app = await NestFactory.createApplicationContext(WorkerModule.with(configuration), {
  logger: new ConsoleLogger({ json: true }),
});
app.enableShutdownHooks();
await startWorker(app, configuration);
