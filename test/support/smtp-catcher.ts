export { DEAD_ADDRESSES, SmtpCatcher, type CaughtMail, type Refusal } from '../../apps/demo/smtp-catcher.js';
