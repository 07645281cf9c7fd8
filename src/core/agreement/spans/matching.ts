/**
 * The heaviest one-to-one matching of rows and columns: Hungarian method with potentials, O(n²m).
 * @param weight of a pair, 0 or more; pairs of weight 0 are not matched
 * @returns for each row its column, or -1
 * @source Kuhn 1955; in the form with potentials: Jonker & Volgenant 1987
 */
function assign(
  rows: number,
  columns: number,
  weight: (row: number, column: number) => number,
): readonly number[] {
  if (rows > columns) {
    const turned = assign(columns, rows, (row, column) => weight(column, row));
    const of = Array.from({ length: rows }, () => -1);
    for (const [column, row] of turned.entries()) if (row !== -1) of[row] = column;
    return of;
  }
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  // Counted from 1: place 0 stands for the row that is looking for its column.
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    place(row, { columns, weight, rowPrice, columnPrice, rowOf });
  }
  const result = Array.from({ length: rows }, () => -1);
  for (let column = 1; column <= columns; column += 1) {
    const row = (rowOf[column] ?? 0) - 1;
    if (row >= 0 && weight(row, column - 1) > 0) result[row] = column - 1;
  }
  return result;
}

interface State {
  readonly columns: number;
  readonly weight: (row: number, column: number) => number;
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
  readonly rowOf: Int32Array;
}

const at = (list: Float64Array | Int32Array, index: number): number => list[index] ?? 0;

/** Finds a column for one more row along the cheapest path of exchanges. */
function place(row: number, state: State): void {
  const { columns, weight, rowPrice, columnPrice, rowOf } = state;
  const cheapest = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(columns + 1);
  const done = new Uint8Array(columns + 1);
  rowOf[0] = row;
  let column = 0;
  while (at(rowOf, column) !== 0) {
    done[column] = 1;
    const current = at(rowOf, column);
    let step = Number.POSITIVE_INFINITY;
    let next = 0;
    for (let other = 1; other <= columns; other += 1) {
      if (done[other] === 1) continue;
      const cost = -weight(current - 1, other - 1) - at(rowPrice, current) - at(columnPrice, other);
      if (cost < at(cheapest, other)) {
        cheapest[other] = cost;
        from[other] = column;
      }
      if (at(cheapest, other) < step) {
        step = at(cheapest, other);
        next = other;
      }
    }
    for (let other = 0; other <= columns; other += 1) {
      if (done[other] === 1) {
        const owner = at(rowOf, other);
        rowPrice[owner] = at(rowPrice, owner) + step;
        columnPrice[other] = at(columnPrice, other) - step;
      } else cheapest[other] = at(cheapest, other) - step;
    }
    column = next;
  }
  while (column !== 0) {
    const before = at(from, column);
    rowOf[column] = at(rowOf, before);
    column = before;
  }
}

/** Groups of rows and columns that edges connect; nothing is matched across groups. */
function groupsOf(
  rows: number,
  columns: number,
  edges: readonly (readonly [row: number, column: number])[],
): readonly { readonly rows: number[]; readonly columns: number[] }[] {
  const parent = Int32Array.from({ length: rows + columns }, (_, index) => index);
  const find = (node: number): number => {
    let root = node;
    while (at(parent, root) !== root) {
      parent[root] = at(parent, at(parent, root));
      root = at(parent, root);
    }
    return root;
  };
  for (const [row, column] of edges) parent[find(row)] = find(rows + column);
  const groups = new Map<number, { rows: number[]; columns: number[] }>();
  for (let node = 0; node < rows + columns; node += 1) {
    const root = find(node);
    const group = groups.get(root) ?? { rows: [], columns: [] };
    groups.set(root, group);
    if (node < rows) group.rows.push(node);
    else group.columns.push(node - rows);
  }
  return [...groups.values()].filter((group) => group.rows.length > 0 && group.columns.length > 0);
}

/**
 * The one-to-one matching of most weight; never greedy, where the best pair may cost two good ones.
 * @param edges pairs that may be matched  @param weight of such a pair, above 0
 * @returns the matched pairs, rows in order
 */
export function bestMatching(
  rows: number,
  columns: number,
  edges: readonly (readonly [row: number, column: number])[],
  weight: (row: number, column: number) => number,
): readonly (readonly [row: number, column: number])[] {
  const joined = new Set(edges.map(([row, column]) => row * columns + column));
  const matched: (readonly [number, number])[] = [];
  for (const group of groupsOf(rows, columns, edges)) {
    const found = assign(group.rows.length, group.columns.length, (a, b) => {
      const [row, column] = [group.rows[a] ?? 0, group.columns[b] ?? 0];
      return joined.has(row * columns + column) ? weight(row, column) : 0;
    });
    for (const [a, b] of found.entries()) {
      const [row, column] = [group.rows[a], group.columns[b]];
      if (row !== undefined && column !== undefined) matched.push([row, column]);
    }
  }
  return matched.toSorted(([a], [b]) => a - b);
}
