/**
 * Lint rules of this house that no linter ships.
 *
 * `no-clock-read`: in the core, time is an argument. `new Date(value)` computes and is allowed;
 * `new Date()` and `Date()` read the host's clock, so the same input would give another result.
 */

/** @typedef {{type: string, name?: string, arguments?: unknown[], callee?: Node}} Node */
/** @typedef {{report: (finding: {node: Node, message: string}) => void}} Context */

const MESSAGE = 'Reads the clock of the host: take the time as an argument.';

/** @param {Node} node @returns {boolean} whether it names the global `Date` */
const namesDate = (node) => node.callee?.type === 'Identifier' && node.callee.name === 'Date';

const noClockRead = {
  /** @param {Context} context */
  create(context) {
    return {
      /** @param {Node} node */
      NewExpression(node) {
        if (namesDate(node) && node.arguments?.length === 0) {
          context.report({ node, message: MESSAGE });
        }
      },
      /** @param {Node} node */
      CallExpression(node) {
        if (namesDate(node)) context.report({ node, message: MESSAGE });
      },
    };
  },
};

export default { meta: { name: 'house' }, rules: { 'no-clock-read': noClockRead } };
