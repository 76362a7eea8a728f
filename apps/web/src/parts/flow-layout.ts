import { graphlib, layout } from '@dagrejs/dagre';

export interface Box {
  id: string;
  width: number;
  height: number;
}
export interface Link {
  from: string;
  to: string;
}
interface Point {
  x: number;
  y: number;
}
export interface LaidOut {
  /** Left upper corner of each box. */
  corners: ReadonlyMap<string, Point>;
  /** The points of each link, in the order given. */
  lines: Point[][];
  width: number;
  height: number;
}

/** Boxes and links of a flow chart from left to right. */
export function laidOut(boxes: readonly Box[], links: readonly Link[], gap: number, between = gap): LaidOut {
  const graph = new graphlib.Graph({ multigraph: false }).setGraph({ rankdir: 'LR', nodesep: between, ranksep: gap });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  for (const { from, to } of links) graph.setEdge(from, to);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const corners = new Map(
    boxes.map((box) => {
      const { x, y } = graph.node(box.id) as Point;
      return [box.id, { x: x - box.width / 2, y: y - box.height / 2 }];
    }),
  );
  const lines = links.map(({ from, to }) => (graph.edge(from, to) as { points: Point[] }).points);
  return { corners, lines, width, height };
}
