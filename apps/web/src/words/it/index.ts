import { application } from './application.js';
import { dates } from './dates.js';
import { demoMail } from './demo-mail.js';
import { dialog } from './dialog.js';
import { problem } from './problem.js';
import { shell } from './shell.js';
import { signIn } from './sign-in.js';
import { signs } from './signs.js';
import { tasks } from './tasks.js';
import { today } from './today.js';
import { tour } from './tour.js';

export const it = { application, dates, demoMail, dialog, problem, shell, signIn, signs, tasks, today, tour };
