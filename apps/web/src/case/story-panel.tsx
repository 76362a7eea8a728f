import { Handle, Position, ReactFlow, type NodeProps } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useMemo } from 'react';
import type { CaseView } from '@due-process/contracts';
import { chartOf, type StepNode } from './story-layout';
import './story.css';

const StepBox = ({ data: { title, note, state } }: NodeProps<StepNode>) => (
  <div className={`step-box step-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
    <Handle type="target" position={Position.Left} isConnectable={false} />
    <b>{title}</b>
    {note && <span>{note}</span>}
    <Handle type="source" position={Position.Right} isConnectable={false} />
  </div>
);
const nodeTypes = { step: StepBox };

/** The story as a flow chart: done, now, ahead. Loaded apart, since only this panel needs the drawing library. */
export default function StoryPanel({ view }: { view: CaseView }) {
  const { nodes, edges, width } = useMemo(() => chartOf(view), [view]);
  return (
    <section className="panel" aria-labelledby="story-head">
      <h2 id="story-head">办理流程</h2>
      <ol className="visually-hidden">
        {nodes.map(({ id, data }) => (
          <li key={id}>
            {data.title} {data.note}
          </li>
        ))}
      </ol>
      <div className="story-scroll" aria-hidden>
        <div className="story-chart" style={{ width }}>
          <ReactFlow
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            defaultViewport={{ x: 2, y: 6, zoom: 1 }}
            panOnDrag={false}
            zoomOnPinch={false}
            zoomOnDoubleClick={false}
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            zoomOnScroll={false}
            preventScrolling={false}
            proOptions={{ hideAttribution: true }}
          />
        </div>
      </div>
    </section>
  );
}
