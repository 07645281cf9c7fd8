/**
 * What the page really loads. The other config counts type imports as arrows; this one leaves them
 * out and follows what is left to the end, so that nothing forbidden arrives by a long way round.
 */

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'page-never-reaches-zod',
      comment:
        'zod probes `new Function`, which the content policy forbids. Keep schemas in modules of ' +
        'their own, away from the functions that the page calls.',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '(^|/)node_modules/zod/', reachable: true },
    },
  ],
  options: {
    tsPreCompilationDeps: false,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.d.ts', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
};
