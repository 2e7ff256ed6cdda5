// Which way imports run, as rules. test/architecture.test.ts applies them to every file, and proves on planted files that each one bites.

/** Every room of the house, as a pattern of its paths; filled by `only`. */
const rooms = new Map();

/** Every room stands under src, but for the commands. */
const folder = (room) => (room === 'commands' ? '^commands/' : `^src/${room}/`);

/** Where a package, a whole scope (`@slack`) or a package's types are found once resolved. */
const installed = (name) => `node_modules/(@types/)?${name.replaceAll('.', '\\.')}/`;

/** Says all that a room may import beside its own files: rooms declared before it, packages by name, and `node` for Node's own modules. */
function only(room, allowed, reason) {
  const paths = allowed.filter((name) => name !== 'node').map((name) => rooms.get(name) ?? installed(name));
  rooms.set(room, folder(room));
  return {
    name: `only-${room.replace('/', '-')}`,
    comment: `${room} may import ${allowed.join(', ') || 'nothing'}: ${reason}`,
    severity: 'error',
    from: { path: folder(room) },
    to: { couldNotResolve: false, pathNot: [folder(room), ...paths], ...(allowed.includes('node') ? { dependencyTypesNot: ['core'] } : {}) },
  };
}

/** Says that a room composes, as main.ts and cli.ts do: it may import every other one, and nobody but cli.ts imports it. */
function composes(room, reason) {
  rooms.set(room, folder(room));
  return {
    name: `only-${room}`,
    comment: `${room} is imported by cli.ts alone: ${reason}`,
    severity: 'error',
    from: { path: '^(src|commands)/', pathNot: [folder(room), '^src/cli\\.ts$'] },
    to: { path: folder(room) },
  };
}

/** Says where alone a package may be imported; this also binds main.ts and cli.ts, which may import every room. */
function home(name, packages, places, reason) {
  return {
    name: `home-of-${name}`,
    comment: `${packages.join(', ')} only in ${places.join(', ')}: ${reason}`,
    severity: 'error',
    from: { path: '^(src|commands)/', pathNot: places.map((place) => `^${place.replaceAll('.', '\\.')}`) },
    to: { path: packages.map(installed) },
  };
}

/** Says what no file may do, wherever it stands. */
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const arrows = [
  only('core', [], 'what the coalition decides depends on no library, no platform and no clock'),
  only('text', ['core', 'chrono-node'], 'words name the facts of the core, and read the dates that people write'),
  only('chat', ['core', 'text', 'zod', 'fastest-levenshtein'], 'a conversation knows no platform'),
  only('cards', ['chat', 'core', 'text'], 'a card shows facts, wherever it is read'),
  only('commands', ['cards', 'chat', 'core', 'text', 'zod'], 'a command reads, decides and shows; it meets the store and the platforms through ports'),
  only('jobs', ['cards', 'chat', 'core', 'text', 'node', 'pg-boss'], 'a job meets the store and the platforms through ports'),
  only('web', ['cards', 'chat', 'core', 'text', 'node', 'hono', '@hono/node-server', 'prom-client'], 'a page reads the core through cards'),
  only('adapters/slack', ['chat', 'text', 'node', 'zod', '@slack/bolt', '@slack/web-api'], 'an adapter translates; no platform knows another'),
  only(
    'adapters/discord',
    ['chat', 'text', 'node', 'discord.js', '@discordjs', 'discord-api-types', 'hono'],
    'an adapter translates; no platform knows another',
  ),
  only('adapters/terminal', ['chat', 'text', 'node'], 'an adapter translates; no platform knows another'),
  only('store', ['core', 'node', '@prisma/client', '@prisma/adapter-pg', '@electric-sql/pglite', 'pg'], 'the store keeps the port that the core declares'),
  only('plan', ['core', 'text', 'node', 'yaml', 'zod'], 'a plan is read into the facts of the core'),
  composes('programs', 'what the command line does beside asking the bot composes, as cli.ts does'),
];

const homes = [
  home('slack', ['@slack'], ['src/adapters/slack/'], 'the rest must not notice which platform speaks'),
  home('discord', ['discord.js', '@discordjs', 'discord-api-types'], ['src/adapters/discord/'], 'the rest must not notice which platform speaks'),
  home('database', ['@prisma', 'prisma', 'pg', '@electric-sql'], ['src/store/'], 'one room knows how facts are kept'),
  home('http', ['hono', '@hono'], ['src/web/', 'src/adapters/discord/'], 'the framework stays where it serves'),
  home('metrics', ['prom-client'], ['src/web/'], 'the form of what a supervisor reads stays where it is served'),
  home('schedule', ['pg-boss'], ['src/jobs/'], 'the rest must not notice what wakes the jobs'),
  home('log', ['pino'], ['src/log.ts'], 'one file decides how lines are written'),
];

const production = '^(src|commands)/';

module.exports = {
  forbidden: [
    ...arrows,
    ...homes,
    never('unknown-room', 'a folder that no rule above names', { path: '^src/.+/', pathNot: [...rooms.values()] }, {}),
    never('no-test-in-production', 'what runs must not need its tests', { path: production }, { path: '^test/' }),
    never(
      'no-dev-package-in-production',
      'an image installs without them',
      { path: production },
      { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    ),
    never(
      'no-undeclared-package',
      'package.json names all that is imported',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: 'node_modules/@types/' },
    ),
    never('no-unresolved', 'the file or package is not there', {}, { couldNotResolve: true }),
    never('no-cycle', 'neither of two files can be read first', {}, { circular: true }),
    never(
      'no-orphan',
      'nothing imports it and it imports nothing',
      { orphan: true, pathNot: ['^src/(main|cli)\\.ts$', '^src/store/generated/', '^test/torture/later\\.ts$', '\\.json$', '\\.d\\.ts$'] },
      {},
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules/', '^src/store/generated/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    combinedDependencies: false,
  },
};
