import type { CDPSession, Page } from '@playwright/test';

interface Node {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly childIds?: readonly string[];
  readonly backendDOMNodeId?: number;
}

async function tree(cdp: CDPSession): Promise<readonly Node[]> {
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  return nodes as unknown as readonly Node[];
}

/**
 * What a screen reader is given of an element, in its order, as one line.
 * @param role of the element
 * @param words that it holds
 */
export async function heard(page: Page, role: string, words: string): Promise<string> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Accessibility.enable');
  const nodes = await tree(cdp);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const textOf = (node: Node): string => {
    const own = node.role?.value === 'StaticText' ? (node.name?.value ?? '') : '';
    const children = own === '' ? (node.childIds ?? []) : [];
    return own + children.map((id) => textOf(byId.get(id) ?? node)).join('');
  };
  const found = nodes
    .filter((node) => node.role?.value === role)
    .map(textOf)
    .find((text) => text.includes(words));
  await cdp.detach();
  return (found ?? '').replaceAll(/\s+/gu, ' ').trim();
}
