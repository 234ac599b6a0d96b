import { readConfiguration } from './src/configuration.js';
import { createApi } from './src/create-api.js';

const configuration = readConfiguration(process.env);
const app = await createApi(configuration);
await app.listen(configuration.port, configuration.host);
