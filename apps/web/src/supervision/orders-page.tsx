import { useTitle } from '../parts/use-title';
import { OrdersTable } from './orders-table';

export function Component() {
  useTitle('督办单');
  return (
    <>
      <div className="screen-head">
        <h1>督办单</h1>
        <span className="quiet">发给您或您所在科室的督办单，请在期限前答复</span>
      </div>
      <section className="panel">
        <OrdersTable />
      </section>
    </>
  );
}
