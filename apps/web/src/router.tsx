import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
  stringifySearchWith,
} from '@tanstack/react-router';
import { type Act, isAct } from './pages/call/act.js';
import type { BodyView } from './parts/comune/body-views.js';
import type { MeAnswer } from '#contracts/identity.js';
import { deskOf, HOME, meQuery } from './api/queries/me.js';
import { Problem } from './api/problem.js';
import { applicationSearch } from './parts/application/address.js';
import { queries } from './api/query-client.js';
import { boardQuery } from './api/queries/board.js';
import { welcomedInDemo } from './parts/sign-in/welcomed-in-demo.js';
import { Crashed, NotFound, NowhereFound } from './parts/shell/not-found.js';
import { Loading } from './ui/loading.js';

const root = createRootRoute({ component: Outlet, notFoundComponent: NowhereFound, errorComponent: Crashed });

/** Pages that need no sign-in. */
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/accedi',
  // Where to go afterwards: an address of ours.
  validateSearch: (search: Record<string, unknown>): { vai?: string } =>
    typeof search['vai'] === 'string' && /^\/(?!\/)/.test(search['vai']) ? { vai: search['vai'] } : {},
  component: lazyRouteComponent(() => import('./pages/sign-in/sign-in.page.js'), 'SignInPage'),
});

const demoMailSearch = (search: Record<string, unknown>): { a?: string; n?: number } => ({
  ...(typeof search['a'] === 'string' ? { a: search['a'] } : {}),
  ...(typeof search['n'] === 'number' ? { n: search['n'] } : {}),
});

/** The demo's post for who is signed out: a code to sign in with comes by mail. */
const demoMailOutside = createRoute({
  getParentRoute: () => root,
  path: '/accedi/posta',
  validateSearch: demoMailSearch,
  component: lazyRouteComponent(() => import('./pages/demo-mail/demo-mail.page.js'), 'DemoMailOutsidePage'),
});

/** Where an invitation leads; its secret is in the fragment, which no server sees. */
const welcome = createRoute({
  getParentRoute: () => root,
  path: '/benvenuto',
  component: lazyRouteComponent(() => import('./pages/welcome/welcome.page.js'), 'WelcomePage'),
});

/** Everything else stands in the shell, for a person who is known. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ location }) => {
    try {
      return { me: await queries.ensureQueryData(meQuery) };
    } catch (error) {
      if (error instanceof Problem && error.status === 401) {
        if (await welcomedInDemo()) return { me: await queries.fetchQuery(meQuery) };
        throw redirect({ to: '/accedi', search: location.href === '/' ? {} : { vai: location.href } });
      }
      throw error;
    }
  },
  component: lazyRouteComponent(() => import('./parts/shell/shell.js'), 'Shell'),
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: HOME[deskOf(context.me)], replace: true });
  },
});

/** Of pages where only the office has something to do: for everybody else they are not there. */
function officeOnly({ context }: { context: { me: MeAnswer } }) {
  if (deskOf(context.me) !== 'office') throw notFound();
}

/** Of pages over all comuni: for whoever works in some of them they are not there. */
function unionOnly({ context }: { context: { me: MeAnswer } }) {
  if (!['office', 'auditor'].includes(deskOf(context.me))) throw notFound();
}

const today = createRoute({
  getParentRoute: () => shell,
  path: '/oggi',
  beforeLoad: officeOnly,
  component: lazyRouteComponent(() => import('./pages/today/today.page.js'), 'TodayPage'),
});

const tasks = createRoute({
  getParentRoute: () => shell,
  path: '/attivita',
  component: lazyRouteComponent(() => import('./pages/tasks/tasks.page.js'), 'TasksPage'),
});

const application = createRoute({
  getParentRoute: () => shell,
  path: '/candidature/$application',
  validateSearch: applicationSearch,
  component: lazyRouteComponent(() => import('./pages/application/application.page.js'), 'ApplicationPage'),
});

const registerPec = createRoute({
  getParentRoute: () => shell,
  path: '/registra/pec',
  beforeLoad: officeOnly,
  component: lazyRouteComponent(() => import('./pages/register/pec.page.js'), 'PecPage'),
});

/** What was chosen so far, as codes in the address. */
const codesOf =
  <T extends string>(...names: readonly T[]) =>
  (search: Record<string, unknown>): Partial<Record<T, string>> => {
    const isCode = (value: unknown) => typeof value === 'string' && /^[\w-]{1,80}$/.test(value);
    const found = names.filter((name) => isCode(search[name]));
    return Object.fromEntries(found.map((name) => [name, search[name]])) as Partial<Record<T, string>>;
  };
const chosenApplication = codesOf('candidatura', 'documento');

const registerPhone = createRoute({
  getParentRoute: () => shell,
  path: '/registra/telefonata',
  beforeLoad: officeOnly,
  validateSearch: chosenApplication,
  component: lazyRouteComponent(() => import('./pages/register/phone.page.js'), 'PhonePage'),
});

const registerDocument = createRoute({
  getParentRoute: () => shell,
  path: '/registra/documento',
  beforeLoad: officeOnly,
  validateSearch: chosenApplication,
  component: lazyRouteComponent(() => import('./pages/register/document.page.js'), 'DocumentPage'),
});

const registerAmendment = createRoute({
  getParentRoute: () => shell,
  path: '/registra/proroga',
  beforeLoad: officeOnly,
  component: lazyRouteComponent(() => import('./pages/register/amendment.page.js'), 'AmendmentPage'),
});

const registerPerson = createRoute({
  getParentRoute: () => shell,
  path: '/registra/persona',
  beforeLoad: officeOnly,
  validateSearch: codesOf('comune', 'incarico'),
  component: lazyRouteComponent(() => import('./pages/register/person.page.js'), 'PersonPage'),
});

const board = createRoute({
  getParentRoute: () => shell,
  path: '/quadro',
  // Asked while the page itself is on its way.
  loader: () => {
    void queries.prefetchQuery(boardQuery);
  },
  component: lazyRouteComponent(() => import('./pages/board/board.page.js'), 'BoardPage'),
});

const applications = createRoute({
  getParentRoute: () => shell,
  path: '/candidature',
  component: lazyRouteComponent(
    () => import('./pages/applications/applications.page.js'),
    'ApplicationsPage',
  ),
});

const calls = createRoute({
  getParentRoute: () => shell,
  path: '/avvisi',
  component: lazyRouteComponent(() => import('./pages/calls/calls.page.js'), 'CallsPage'),
});

const launch = createRoute({
  getParentRoute: () => shell,
  path: '/avvisi/nuovo',
  beforeLoad: officeOnly,
  validateSearch: (search: Record<string, unknown>): { passo?: number; visto?: string } => ({
    ...(Number.isInteger(search['passo']) ? { passo: search['passo'] as number } : {}),
    ...codesOf('visto')(search),
  }),
  component: lazyRouteComponent(() => import('./pages/launch/launch.page.js'), 'LaunchPage'),
});

const note = createRoute({
  getParentRoute: () => shell,
  path: '/avvisi/visti/nuovo',
  beforeLoad: officeOnly,
  component: lazyRouteComponent(() => import('./pages/noted/note.page.js'), 'NotePage'),
});

const noted = createRoute({
  getParentRoute: () => shell,
  path: '/avvisi/visti/$noted',
  validateSearch: (search: Record<string, unknown>): { atto?: 'correggi' | 'archivia' } =>
    search['atto'] === 'correggi' || search['atto'] === 'archivia' ? { atto: search['atto'] } : {},
  component: lazyRouteComponent(() => import('./pages/noted/noted.page.js'), 'NotedPage'),
});

const call = createRoute({
  getParentRoute: () => shell,
  path: '/avvisi/$call',
  validateSearch: (search: Record<string, unknown>): { atto?: Act } =>
    isAct(search['atto']) ? { atto: search['atto'] } : {},
  component: lazyRouteComponent(() => import('./pages/call/call.page.js'), 'CallPage'),
});

/** The view of a page, when it is one of its own. */
const viewOf =
  <T extends string>(...views: readonly T[]) =>
  // Said also where it is none: what a route leaves out of its answer stays in the address as it was written.
  (search: Record<string, unknown>): { vista?: T | undefined } => ({
    vista: views.find((each) => each === search['vista']),
  });

const comuni = createRoute({
  getParentRoute: () => shell,
  path: '/comuni',
  beforeLoad: unionOnly,
  validateSearch: viewOf('registro', 'persone', 'abilitazioni', 'servizi'),
  component: lazyRouteComponent(() => import('./pages/comuni/comuni.page.js'), 'ComuniPage'),
});

const comune = createRoute({
  getParentRoute: () => shell,
  path: '/comuni/$comune',
  validateSearch: (search: Record<string, unknown>): { vista?: BodyView | undefined; torna?: 'avvio' } => ({
    ...viewOf('registro', 'persone', 'abilitazioni', 'servizi', 'candidature')(search),
    // Whoever came from the launch of a call goes back to it.
    ...(search['torna'] === 'avvio' ? { torna: 'avvio' } : {}),
  }),
  component: lazyRouteComponent(() => import('./pages/comuni/comune.page.js'), 'ComunePage'),
});

const myComune = createRoute({
  getParentRoute: () => shell,
  path: '/mio-comune',
  validateSearch: viewOf('registro', 'persone', 'abilitazioni', 'servizi', 'candidature'),
  component: lazyRouteComponent(() => import('./pages/my-comune/my-comune.page.js'), 'MyComunePage'),
});

const deadlines = createRoute({
  getParentRoute: () => shell,
  path: '/scadenze',
  component: lazyRouteComponent(() => import('./pages/deadlines/deadlines.page.js'), 'DeadlinesPage'),
});

const messages = createRoute({
  getParentRoute: () => shell,
  path: '/messaggi',
  component: lazyRouteComponent(() => import('./pages/messages/messages.page.js'), 'MessagesPage'),
});

const unionHistory = createRoute({
  getParentRoute: () => shell,
  path: '/storia',
  component: lazyRouteComponent(() => import('./pages/history/history.page.js'), 'HistoryPage'),
});

/** Of whoever belongs to the union: a chain proves something only whole. */
const exporting = createRoute({
  getParentRoute: () => shell,
  path: '/esporta',
  beforeLoad: unionOnly,
  component: lazyRouteComponent(() => import('./pages/history/export.page.js'), 'ExportPage'),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/impostazioni',
  validateSearch: viewOf('dati', 'accesso', 'chiavi', 'utenti', 'ufficio', 'modelli'),
  component: lazyRouteComponent(() => import('./pages/settings/settings.page.js'), 'SettingsPage'),
});

/** A person by id, as searches and messages name one: shown among the people of their body. */
const person = createRoute({
  getParentRoute: () => shell,
  path: '/persone/$person',
  component: lazyRouteComponent(() => import('./pages/search/person.page.js'), 'PersonPage'),
});

const search = createRoute({
  getParentRoute: () => shell,
  path: '/cerca',
  component: lazyRouteComponent(() => import('./pages/search/search.page.js'), 'SearchPage'),
});

const help = createRoute({
  getParentRoute: () => shell,
  path: '/aiuto',
  component: lazyRouteComponent(() => import('./pages/help/help.page.js'), 'HelpPage'),
});

const guide = createRoute({
  getParentRoute: () => shell,
  path: '/aiuto/$guide',
  component: lazyRouteComponent(() => import('./pages/help/guide.page.js'), 'GuidePage'),
});

/** For everybody, also before signing in. */
const accessibility = createRoute({
  getParentRoute: () => root,
  path: '/accessibilita',
  component: lazyRouteComponent(() => import('./pages/help/accessibility.page.js'), 'AccessibilityPage'),
});

const firstSteps = createRoute({
  getParentRoute: () => shell,
  path: '/primi-passi',
  beforeLoad: officeOnly,
  component: lazyRouteComponent(() => import('./pages/first-steps/first-steps.page.js'), 'FirstStepsPage'),
});

const demoMail = createRoute({
  getParentRoute: () => shell,
  path: '/posta',
  validateSearch: demoMailSearch,
  component: lazyRouteComponent(() => import('./pages/demo-mail/demo-mail.page.js'), 'DemoMailPage'),
});

/** Where the foot of every reminder leads: "Come ricevo i promemoria". */
const mailPreferences = createRoute({
  getParentRoute: () => shell,
  path: '/promemoria',
  beforeLoad: () => {
    throw redirect({ to: '/impostazioni', hash: 'promemoria', replace: true });
  },
});

const inShell = [
  mailPreferences,
  home,
  today,
  tasks,
  application,
  registerPec,
  registerPhone,
  registerDocument,
  registerAmendment,
  registerPerson,
  board,
  applications,
  calls,
  launch,
  note,
  noted,
  call,
  comuni,
  comune,
  myComune,
  deadlines,
  messages,
  unionHistory,
  exporting,
  settings,
  person,
  search,
  help,
  guide,
  firstSteps,
  demoMail,
] as const;
const routes = root.addChildren([
  signIn,
  demoMailOutside,
  welcome,
  accessibility,
  shell.addChildren(inShell),
]);

/** The pages and their addresses, which are Italian words; each page is loaded when it is opened. */
export const router = createRouter({
  routeTree: routes,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: Crashed,
  scrollRestoration: true,
  // Plain words in an address: `?q=123`, not `?q=%22123%22`.
  stringifySearch: stringifySearchWith(JSON.stringify),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
