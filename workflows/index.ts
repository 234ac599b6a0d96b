export { applicationProcess } from './application.workflow.js';
export { callProcess } from './call.workflow.js';
export { postProcess } from './post.workflow.js';
