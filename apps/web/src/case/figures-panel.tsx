import type { CaseFigures } from '@due-process/contracts';
import './figures.css';

/** What the figures come to, line by line, with their total: everybody who signs looks at the same ones. */
export const FiguresPanel = ({ figures: { title, columns, rows } }: { figures: CaseFigures }) => (
  <section className="panel" aria-labelledby="figures-head">
    <h2 id="figures-head">{title}</h2>
    <table className="dense-table figures">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={columns[at + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
