export { DEAD_ADDRESSES, SmtpCatcher, type CaughtMail } from '../../apps/demo/smtp-catcher.js';
